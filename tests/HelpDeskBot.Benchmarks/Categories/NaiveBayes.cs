using System.Text.RegularExpressions;
using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Benchmarks.Categories;

/// <summary>Multinomial naive Bayes over words with Laplace's smoothing, as textbooks have it.</summary>
internal sealed partial class NaiveBayes
{
    private readonly string[] _labels;
    private readonly double[] _priors;
    private readonly double[] _totals;
    private readonly Dictionary<string, int[]> _counts = new(StringComparer.Ordinal);

    public NaiveBayes(IReadOnlyList<LabelledText> examples)
    {
        _labels = [.. examples.Select(example => example.Label).Distinct().Order(StringComparer.Ordinal)];
        _totals = new double[_labels.Length];
        _priors = [.. _labels.Select(label => Math.Log(examples.Count(example => example.Label == label)))];
        foreach (var example in examples)
        {
            Count(WordsOf(example.Text), Array.IndexOf(_labels, example.Label));
        }
    }

    public LabelProbability First(string text)
    {
        var scores = (double[])_priors.Clone();
        foreach (var word in WordsOf(text))
        {
            for (var label = 0; _counts.TryGetValue(word, out var counts) && label < scores.Length; label++)
            {
                scores[label] += Math.Log((counts[label] + 1) / (_totals[label] + _counts.Count));
            }
        }

        var highest = scores.Max();
        return new LabelProbability(_labels[Array.IndexOf(scores, highest)], 1 / scores.Sum(score => Math.Exp(score - highest)));
    }

    private void Count(IEnumerable<string> words, int label)
    {
        foreach (var word in words)
        {
            if (!_counts.TryGetValue(word, out var counts))
            {
                _counts[word] = counts = new int[_labels.Length];
            }

            counts[label]++;
            _totals[label]++;
        }
    }

    private static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
