using HelpDeskBot.Search;

namespace HelpDeskBot.Desk.Search;

/// <summary>How texts of a language are read.</summary>
internal static class Analyzers
{
    /// <summary>English for languages without an analyzer of their own.</summary>
    public static IAnalyzer Of(string language) => language == "de" ? new GermanAnalyzer() : new EnglishAnalyzer();

    /// <summary>The different words of a text, folded and stemmed, without those that say nothing.</summary>
    public static IReadOnlySet<string> WordsOf(string text, string language) =>
        Of(language).Analyze(text).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
}
