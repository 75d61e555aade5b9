using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>An article to be written in.</summary>
/// <param name="Key">The article that it is about; null for one that is not there yet.</param>
/// <param name="Base">The newest version now; 0 if there is none.</param>
public sealed record OpenedEdit(Guid Edit, ArticleKey? Key, int Base, Article Article)
{
    public TicketId? Ticket { get; init; }

    /// <summary>When they last wrote on it, where they left it unfinished.</summary>
    public Instant? LeftAt { get; init; }
}

/// <summary>Something that somebody left unfinished.</summary>
public sealed record UnfinishedEdit(Guid Edit, string Title, Instant LeftAt);

/// <summary>Opens articles to be written: where they were left unfinished, else as the newest version has them.</summary>
public sealed class OpenEdit(ArticleVersions versions, ArticleEdits edits, TimeProvider technical)
{
    /// <summary>An article, or a new one where <paramref name="article"/> is null.</summary>
    public async Task<Outcome<OpenedEdit>> RunAsync(ArticleKey? article, string language, Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        var name = article?.ToString() ?? "";
        if ((await edits.UnfinishedAsync(actor, stop)).Find(row => row.Article == name && row.Ticket is null) is { } left)
        {
            return Continued(left);
        }

        if (article is not { } key)
        {
            return new OpenedEdit(NewId(), null, 0, new Article("", "", "") { Language = language });
        }

        return await versions.NewestAsync(key, stop) is { } newest
            ? new OpenedEdit(NewId(), key, newest.Number, newest.ToArticle())
            : new Refusal("article.not_found");
    }

    /// <summary>Something that this person left unfinished.</summary>
    public async Task<Outcome<OpenedEdit>> ContinueAsync(Guid edit, Actor actor, CancellationToken stop) =>
        (await edits.FindAsync(edit, actor, stop)).Select(Continued);

    /// <summary>What this person left unfinished of what a ticket taught; null if nothing.</summary>
    public async Task<OpenedEdit?> OfTicketAsync(TicketId ticket, Actor actor, CancellationToken stop) =>
        (await edits.UnfinishedAsync(actor, stop)).Find(row => row.Ticket == ticket) is { } left
            && await edits.RefusalAsync(ticket, left.Key, actor, stop) is null ? Continued(left) : null;

    /// <summary>Everything that this person left unfinished, the newest first.</summary>
    public async Task<IReadOnlyList<UnfinishedEdit>> UnfinishedAsync(Actor actor, CancellationToken stop) =>
        [.. (await edits.UnfinishedAsync(actor, stop)).Select(row => new UnfinishedEdit(row.Id, row.ToArticle().Title, row.ChangedAt))];

    /// <summary>Throws away what this person was writing.</summary>
    public async Task<Outcome<string>> DiscardAsync(Guid edit, Actor actor, CancellationToken stop)
    {
        var found = await edits.FindAsync(edit, actor, stop);
        if (found.Succeeded)
        {
            edits.Remove(found.Value);
        }

        return found.Select(row => row.ToArticle().Title);
    }

    private Guid NewId() => Guid.CreateVersion7(technical.GetUtcNow());

    private static OpenedEdit Continued(ArticleEditRow row) =>
        new(row.Id, row.Key, row.Base, row.ToArticle()) { Ticket = row.Ticket, LeftAt = row.ChangedAt };
}
