using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>A draft that somebody is told of.</summary>
/// <param name="IsWaiting">Nothing was decided yet.</param>
public sealed record ArticleDraftView(ArticleKey Article, int Version, string Title, bool IsWaiting)
{
    /// <summary>Who wrote it; null for the folder.</summary>
    public string? ByName { get; init; }

    public TicketId? Ticket { get; init; }

    /// <summary>What it would change in what is published.</summary>
    public IReadOnlyList<ChangedLine> Lines { get; init; } = [];
}

/// <summary>Loads what a message says about a draft.</summary>
internal sealed class ArticleDrafts(HelpDeskDb db, ArticleVersions versions)
{
    public async Task<ArticleDraftView> LoadAsync(ArticleKey key, int version, CancellationToken stop)
    {
        var (draft, newest) = ((await versions.FindAsync(key, version, stop))!, (await versions.NewestAsync(key, stop))!);
        var published = await versions.PublishedBeforeAsync(key, version, stop);
        return new ArticleDraftView(key, version, draft.Title, newest.Number == version)
        {
            ByName = await db.People.Where(person => person.Id == draft.By).Select(person => person.Name).SingleOrDefaultAsync(stop),
            Ticket = draft.ToArticle().Ticket,
            Lines = TextDiff.Between(published?.Text ?? "", draft.Text),
        };
    }
}
