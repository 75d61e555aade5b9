using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>What a version of an article is.</summary>
public enum VersionKind
{
    /// <summary>Written, and read by nobody but who publishes; waits as long as it is the newest.</summary>
    Draft,

    Published,

    /// <summary>Taken out of the knowledge base; the text is the last one.</summary>
    Retired,
}

/// <summary>One version of an article in one language; never updated, never deleted.</summary>
internal sealed class ArticleVersionRow
{
    public long Id { get; init; }

    public required string Slug { get; init; }

    public required string Language { get; init; }

    /// <summary>Counted from 1 for each article and language.</summary>
    public required int Number { get; init; }

    public required Instant At { get; init; }

    /// <summary>Who wrote, published or retired it; null for the folder.</summary>
    public PersonId? By { get; init; }

    public required VersionKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>The whole file, with its front matter.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<ArticleAttachment> Files { get; init; }

    /// <summary>The earlier version that this one went back to.</summary>
    public int? Restored { get; init; }

    public ArticleKey Key => new(Slug, Language);

    /// <summary>What lies in the folder, and waits for somebody to decide.</summary>
    public bool IsFolderDraft => Kind is VersionKind.Draft && By is null;

    /// <summary>The article that it says.</summary>
    public Article ToArticle() => ArticleFile.Parse(Key, Text).Article with { Files = Files, Version = Number, ChangedAt = At };
}

/// <summary>What somebody is writing, and has neither published nor kept yet.</summary>
internal sealed class ArticleEditRow
{
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>The article that is written anew, as its file is called; empty for one that is not there yet.</summary>
    public required string Article { get; set; }

    /// <summary>The language that it is written in.</summary>
    public required string Language { get; set; }

    /// <summary>The version that it began with; 0 if there was none.</summary>
    public required int Base { get; set; }

    /// <summary>The ticket that it is drafted from.</summary>
    public TicketId? Ticket { get; init; }

    public required string Text { get; set; }

    public required IReadOnlyList<ArticleAttachment> Files { get; set; }

    public required Instant ChangedAt { get; set; }

    public int Version { get; set; }

    /// <summary>The article, unless it is not there yet.</summary>
    public ArticleKey? Key => Article.Length == 0 ? null : ArticleKey.Parse(Article);

    /// <summary>The article as far as it is written.</summary>
    public Article ToArticle() => ArticleFile.Parse(Key ?? new ArticleKey("", Language), Text).Article with { Files = Files };
}

/// <summary>What the folder said about an article when it was last read, whatever became of it.</summary>
internal sealed class FolderArticleRow
{
    public required string Slug { get; init; }

    public required string Language { get; init; }

    /// <summary>SHA-256 of the text and its files.</summary>
    public required string Digest { get; set; }
}
