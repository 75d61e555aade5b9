namespace HelpDeskBot.Search;

/// <summary>What somebody looks for, in their own words. Nothing in it is syntax.</summary>
/// <param name="Text">Any text. Of a very long one the 64 most telling words count, those that no document has last.</param>
public sealed record Query(string Text)
{
    /// <summary>Code of its language; null: it is guessed.</summary>
    public string? Language { get; init; }

    /// <summary>It is still being typed: the last word may be the beginning of one.</summary>
    public bool IsTyping { get; init; }
}
