using System.Reflection;
using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Search;

/// <summary>
/// How usual words are where nobody talks about what the documents are about: the background model of language modelling (Zhai and Lafferty 2004). A query whose words
/// are more usual there than in the documents is hardly meant for them, and a word that is usual there is no misspelling of another.
/// </summary>
public sealed class Background
{
    private static readonly Lazy<Background> Shipped = new(() => Of(Read("en").Concat(Read("de"))));

    private readonly BackgroundWords[] _languages;

    private Background(IEnumerable<BackgroundWords> languages) => _languages = [.. languages];

    /// <summary>No word is usual.</summary>
    public static Background None { get; } = new([]);

    /// <summary>What people ask and tell an assistant in everyday life, in English and German: weather, cooking, sport, money, travel, small talk.</summary>
    public static Background Everyday => Shipped.Value;

    /// <summary>Counts the words of short texts, each with the code of its language; those in a language without an analyzer are left out.</summary>
    public static Background Of(IEnumerable<(string Language, string Text)> texts)
    {
        var byLanguage = texts.ToLookup(text => text.Language, text => text.Text, StringComparer.Ordinal);
        return new Background(new Analyzer[] { new EnglishAnalyzer(), new GermanAnalyzer() }.Select(analyzer => new BackgroundWords(analyzer, [.. byLanguage[analyzer.Language]])));
    }

    /// <summary>The share of a language's texts that have a folded word in some form.</summary>
    internal double ShareOf(ReadOnlySpan<char> word, string language) => In(language)?.ShareOf(word) ?? 0;

    /// <summary>The same for a word that is analyzed already.</summary>
    internal double ShareOfTerm(string term, string language) => In(language)?.ShareOfTerm(term) ?? 0;

    private BackgroundWords? In(string language)
    {
        foreach (var words in _languages)
        {
            if (words.Language == language)
            {
                return words;
            }
        }

        return null;
    }

    private static IEnumerable<(string Language, string Text)> Read(string language)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"everyday.{language}.txt")!);
        while (reader.ReadLine() is { } line)
        {
            yield return (language, line);
        }
    }
}
