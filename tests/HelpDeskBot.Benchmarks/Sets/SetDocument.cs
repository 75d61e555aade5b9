namespace HelpDeskBot.Benchmarks.Sets;

/// <summary>What is to be found: one text, or the same in several languages.</summary>
internal sealed record SetDocument(string Id, IReadOnlyList<SetText> Texts)
{
    /// <summary>Only agents may find it.</summary>
    public bool IsForAgents { get; init; }
}

/// <summary>A text of a document.</summary>
internal sealed record SetText(string Title, string Body)
{
    /// <summary>What it is written in; null if nobody says.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>A question, and how well which documents answer it (1 and more; none: nothing answers it).</summary>
internal sealed record SetQuery(string Id, string Text, string Half, IReadOnlyDictionary<string, int> Grades)
{
    /// <summary>Of sets over the shipped articles: an agent asks.</summary>
    public bool IsAgents => Id.StartsWith('a');
}
