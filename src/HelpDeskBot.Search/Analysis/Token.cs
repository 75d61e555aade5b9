namespace HelpDeskBot.Search.Analysis;

/// <summary>A term of a text.</summary>
/// <param name="Term">As it is indexed: folded and stemmed.</param>
/// <param name="Position">Which word of the text, from 0; the spellings and parts of one share it.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct Token(string Term, int Position, int Start, int Length);
