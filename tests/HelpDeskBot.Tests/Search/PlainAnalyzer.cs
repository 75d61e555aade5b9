using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Tests.Search;

/// <summary>Words are terms as they are.</summary>
internal sealed class PlainAnalyzer() : Analyzer("en", stopWords: "")
{
    internal override string Stem(string word) => word;
}
