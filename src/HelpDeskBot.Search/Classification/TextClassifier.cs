namespace HelpDeskBot.Search.Classification;

/// <summary>
/// Proposes labels for texts of any language, learned from texts that people labelled. Immutable, so that any number of threads may ask it.
/// It says nothing rather than guess: a label is proposed once it has 20 examples and is right for most of the texts that it comes first for, and for
/// more than its share of all texts, with 95 % confidence on examples that were held out.
/// </summary>
public sealed class TextClassifier
{
    private readonly string[] _learned;
    private readonly int[] _proposed;

    internal TextClassifier(LinearModel model, IReadOnlyList<LabelQuality> labels, PrecisionCurve curve)
    {
        (Model, Labels, Curve) = (model, labels, curve);
        var learned = labels.Where(Evidence.IsEnoughToLearn).ToList();
        _learned = [.. learned.Select(label => label.Label)];
        _proposed = [.. learned.Index().Where(label => label.Item.IsProposed).Select(label => label.Index)];
    }

    /// <summary>Every label of the examples, by name, and how well it is told from the others.</summary>
    public IReadOnlyList<LabelQuality> Labels { get; }

    internal LinearModel Model { get; }

    internal PrecisionCurve Curve { get; }

    /// <summary>
    /// Learns from examples, in any order; the same ones give the same classifier. Uses all processors: 40,000 tickets take a few seconds.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TextClassifier Train(IEnumerable<LabelledText> examples, CancellationToken stop = default) => Training.Run([.. examples], stop);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else, damaged, or of another version; the message says which.</exception>
    public static TextClassifier Load(Stream from) => ModelFile.Read(from);

    /// <summary>Writes it, with a version and a checksum.</summary>
    public void Save(Stream to) => ModelFile.Write(this, to);

    /// <summary>
    /// The labels that may be proposed, likeliest first; empty if no word of the text is known. What is missing to a sum of one is the probability that
    /// none of them fits. Of long texts the first 1,024 words count.
    /// </summary>
    public IReadOnlyList<LabelProbability> Classify(string text)
    {
        Span<uint> features = stackalloc uint[Features.Most];
        Span<int> rows = stackalloc int[Features.Most];
        Span<float> values = stackalloc float[Features.Most];
        var known = Model.Find(features[..Features.Of(text, features)], rows, values);
        if (known == 0)
        {
            return [];
        }

        var probabilities = new float[Model.LabelCount];
        Model.Score(rows[..known], values[..known], probabilities);
        Softmax.Apply(probabilities);
        return Ranked(probabilities);
    }

    /// <summary>
    /// The words of a text that spoke most for a label, as they stand there, the strongest first; at most five, and none that says little beside the
    /// strongest. Empty if none did or the label was not learned.
    /// </summary>
    public IReadOnlyList<string> Because(string text, string label)
    {
        var number = Array.IndexOf(_learned, label);
        return number < 0 ? [] : Reasons.For(text, feature => Model.Voice(feature, number));
    }

    /// <summary>
    /// The probability from which on first proposals were right with this precision (0 to 1), with 95 % confidence on held-out examples; null if there
    /// are not enough of them to show it.
    /// </summary>
    public double? ThresholdFor(double precision) => Curve.ThresholdFor(precision);

    private LabelProbability[] Ranked(ReadOnlySpan<float> probabilities)
    {
        var ranked = new LabelProbability[_proposed.Length];
        for (var place = 0; place < ranked.Length; place++)
        {
            ranked[place] = new LabelProbability(_learned[_proposed[place]], probabilities[_proposed[place]]);
        }

        Array.Sort(ranked, LikeliestFirst);
        return ranked;
    }

    private static int LikeliestFirst(LabelProbability one, LabelProbability other)
    {
        var byProbability = other.Probability.CompareTo(one.Probability);
        return byProbability != 0 ? byProbability : string.CompareOrdinal(one.Label, other.Label);
    }
}
