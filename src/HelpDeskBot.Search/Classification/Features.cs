namespace HelpDeskBot.Search.Classification;

/// <summary>
/// What is counted in a text: its words, pairs of neighbours, and once more the words it opens with, since people say there what it is about.
/// Each is a hash, so that a stored model contains no words of anybody.
/// </summary>
internal static class Features
{
    /// <summary>Of longer texts the beginning counts.</summary>
    public const int MostWords = 1024;

    /// <summary>The most features of a text.</summary>
    public const int Most = (2 * MostWords) - 1 + MostInOpening;

    private const int MostInOpening = 8;
    private const ulong OpeningSalt = 0x9e3779b97f4a7c15;

    /// <summary>Writes the features of a text, as often as they occur: first all words, then all pairs, then the opening.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="features">Room for <see cref="Most"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Of(ReadOnlySpan<char> text, Span<uint> features)
    {
        var words = 0;
        var reader = new WordReader(text);
        while (words < MostWords && reader.MoveNext())
        {
            features[words++] = reader.Hash;
        }

        var count = words;
        for (var word = 1; word < words; word++)
        {
            features[count++] = Hash.Mix(((ulong)features[word - 1] << 32) | features[word]);
        }

        for (var word = 0; word < Math.Min(words, MostInOpening); word++)
        {
            features[count++] = Hash.Mix(features[word] ^ OpeningSalt);
        }

        return count;
    }

    /// <summary>The first and the last word that a feature of a text stands for.</summary>
    public static (int First, int Last) WordsOf(int feature, int words)
    {
        if (feature < words)
        {
            return (feature, feature);
        }

        var pair = feature - words;
        return pair < words - 1 ? (pair, pair + 1) : (pair - (words - 1), pair - (words - 1));
    }
}
