using System.Runtime.InteropServices;

namespace HelpDeskBot.Search.Classification;

/// <summary>Finds the words of a text that speak for something.</summary>
internal static class Reasons
{
    private const int Most = 5;
    private const float LeastBesideStrongest = 0.25f;

    /// <param name="text">The text.</param>
    /// <param name="voice">How much a feature speaks for it; below zero: against it.</param>
    public static IReadOnlyList<string> For(string text, Func<uint, float> voice)
    {
        var words = WordsOf(text);
        var voices = new Dictionary<uint, (int First, float Voice)>();
        Span<uint> features = stackalloc uint[Features.Most];
        features = features[..Features.Of(text, features)];
        for (var feature = 0; feature < features.Length; feature++)
        {
            var (first, last) = Features.WordsOf(feature, words.Count);
            var half = voice(features[feature]) / 2; // a pair's voice belongs to both words, a word's twice to it
            Add(first, half);
            Add(last, half);
        }

        var strongest = voices.Values.Select(word => word.Voice).DefaultIfEmpty().Max();
        return [.. voices.Values.Where(word => word.Voice > 0 && word.Voice >= strongest * LeastBesideStrongest)
            .OrderByDescending(word => word.Voice).ThenBy(word => word.First)
            .Take(Most)
            .Select(word => text[words[word.First].Start..words[word.First].End])];

        void Add(int word, float half)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(voices, words[word].Hash, out var isThere);
            entry = isThere ? (entry.First, entry.Voice + half) : (word, half);
        }
    }

    private static List<(uint Hash, int Start, int End)> WordsOf(string text)
    {
        var words = new List<(uint, int, int)>();
        var reader = new WordReader(text);
        while (words.Count < Features.MostWords && reader.MoveNext())
        {
            words.Add((reader.Hash, reader.Start, reader.End));
        }

        return words;
    }
}
