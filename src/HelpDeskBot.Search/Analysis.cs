namespace HelpDeskBot.Search;

/// <summary>A term of a text.</summary>
/// <param name="Term">As it is indexed: folded and stemmed.</param>
/// <param name="Position">Which word of the text, from 0; an identifier and its parts share one.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct Token(string Term, int Position, int Start, int Length);

/// <summary>Turns text into terms, the same way for documents and queries.</summary>
public interface IAnalyzer
{
    /// <summary>The terms in order. Never throws, whatever the text.</summary>
    IReadOnlyList<Token> Analyze(string text);
}
