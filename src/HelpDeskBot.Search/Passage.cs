namespace HelpDeskBot.Search;

/// <summary>A part of a text that shows why it was found.</summary>
/// <param name="Text">The part, with an ellipsis where it is cut.</param>
/// <param name="Highlights">What was looked for in it, in order.</param>
public sealed record Passage(string Text, IReadOnlyList<Highlight> Highlights);

/// <summary>A stretch of a passage.</summary>
/// <param name="Start">Offset of its first character in the passage's text.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct Highlight(int Start, int Length);
