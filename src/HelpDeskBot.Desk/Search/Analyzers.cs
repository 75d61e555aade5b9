using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Desk.Search;

/// <summary>How texts of a language are read.</summary>
internal static class Analyzers
{
    private static readonly Analyzer English = new EnglishAnalyzer();
    private static readonly Analyzer German = new GermanAnalyzer();

    /// <summary>The different words of a text, folded and stemmed, without those that say nothing; as English in languages without an analyzer of their own.</summary>
    public static IReadOnlySet<string> WordsOf(string text, string language) =>
        (language == "de" ? German : English).Analyze(text).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
}
