using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Domain.Knowledge;

/// <summary>One answer of the knowledge base, written in Markdown.</summary>
public sealed record Article(string Slug, string Title, string Body)
{
    /// <summary>What it is written in; the same article in several languages has one slug.</summary>
    public string Language { get; init; } = People.Language.Default;

    public string Category { get; init; } = "";

    /// <summary>Other words people use for it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Short phrases by which people name the problem: symptoms, slang, error codes.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Who may read it: <see cref="Knowledge.Audience"/> or groups of the desk's settings. Whoever is in one of them.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [Knowledge.Audience.Everyone];

    /// <summary>The ticket that it was drafted from.</summary>
    public TicketId? Ticket { get; init; }

    /// <summary>Pictures and other files that the text names.</summary>
    public IReadOnlyList<ArticleAttachment> Files { get; init; } = [];

    /// <summary>Which of its versions this is.</summary>
    public int Version { get; init; }

    /// <summary>When what it says last changed.</summary>
    public Instant ChangedAt { get; init; }

    public ArticleKey Key => new(Slug, Language);
}

/// <summary>Audiences that need no group.</summary>
public static class Audience
{
    public const string Everyone = "everyone";

    public const string Agents = "agents";
}

/// <summary>A file beside an article, by the name that its text uses.</summary>
/// <param name="Digest">SHA-256 of the content, in hexadecimal digits.</param>
public sealed record ArticleAttachment(string Name, AttachmentId Id, string Digest);
