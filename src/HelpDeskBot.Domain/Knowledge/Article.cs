namespace HelpDeskBot.Domain.Knowledge;

/// <summary>Who may read an article.</summary>
public enum Audience
{
    Everyone,
    Agents,
}

/// <summary>One answer of the knowledge base, written in Markdown.</summary>
public sealed record Article(string Slug, string Title, string Body)
{
    /// <summary>What it is written in; the same article in several languages has one slug.</summary>
    public string Language { get; init; } = "en";

    public string Category { get; init; } = "";

    /// <summary>Other words people use for it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Short phrases by which people name the problem: symptoms, slang, error codes.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public Audience Audience { get; init; }
}
