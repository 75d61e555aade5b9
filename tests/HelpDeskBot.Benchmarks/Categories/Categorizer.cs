using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Benchmarks.Categories;

/// <summary>Something that was trained to tell the category of a text.</summary>
/// <param name="First">The category that comes first and its probability; null if it says nothing.</param>
/// <param name="Threshold">The probability from which on its precision is as asked; null if it cannot tell.</param>
internal sealed record Categorizer(Func<string, LabelProbability?> First, Func<double, double?> Threshold)
{
    public static Categorizer Ours(IReadOnlyList<LabelledText> examples)
    {
        var classifier = TextClassifier.Train(examples);
        return new Categorizer(text => classifier.Classify(text) is [var first, ..] ? first : null, classifier.ThresholdFor);
    }

    /// <summary>What everybody has to beat: the most frequent category, whatever the text.</summary>
    public static Categorizer MajorityClass(IReadOnlyList<LabelledText> examples)
    {
        var (label, count) = examples.CountBy(example => example.Label).MaxBy(label => label.Value);
        return new Categorizer(_ => new LabelProbability(label, (double)count / examples.Count), _ => null);
    }

    public static Categorizer NaiveBayes(IReadOnlyList<LabelledText> examples)
    {
        var bayes = new NaiveBayes(examples);
        return new Categorizer(text => bayes.First(text), _ => null);
    }
}
