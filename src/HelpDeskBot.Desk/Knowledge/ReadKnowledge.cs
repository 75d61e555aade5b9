using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>How many articles there are; the same article in two languages counts twice.</summary>
public sealed record KnowledgeCounts(int Published, int Drafts, int Retired);

/// <summary>An article in a list of editors, by its newest version.</summary>
public sealed record ArticleLine(ArticleKey Key, VersionKind Kind, string Title)
{
    public Instant At { get; init; }

    /// <summary>Whose version it is; null for the folder.</summary>
    public string? ByName { get; init; }
}

/// <summary>Shows editors what there is: counts, drafts that wait, and what they look for.</summary>
public sealed class ReadKnowledge(HelpDeskDb db, ArticleVersions versions, ArticleIndex index)
{
    private const int Most = 12;

    public async Task<Outcome<KnowledgeCounts>> CountsAsync(Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        return new KnowledgeCounts(
            await db.Articles.CountAsync(stop),
            await versions.Newest.CountAsync(row => row.Kind == VersionKind.Draft, stop),
            await versions.Newest.CountAsync(row => row.Kind == VersionKind.Retired, stop));
    }

    /// <summary>The drafts that wait, the oldest first.</summary>
    public async Task<Outcome<IReadOnlyList<ArticleLine>>> DraftsAsync(Actor actor, CancellationToken stop) => KnowledgeAccess.Edits(actor)
        ? await LinesAsync(versions.Newest.Where(row => row.Kind == VersionKind.Draft).OrderBy(row => row.Id).Take(Most), stop)
        : new Refusal("article.not_editor");

    /// <summary>Articles for some words, best first: published ones by what they say, the others by title.</summary>
    public async Task<Outcome<IReadOnlyList<ArticleLine>>> FindAsync(string words, Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        var (wanted, slug) = (words.Trim().ToUpperInvariant(), words.Trim().ToLowerInvariant());
        var found = index.Search(words, actor, Most).ToList();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares.
        var rows = versions.Newest.Where(row => found.Contains(row.Slug) || row.Slug == slug || row.Title.ToUpper().Contains(wanted));
#pragma warning restore CA1304, CA1311, CA1862
        var lines = await LinesAsync(rows.Take(4 * Most), stop);
        return lines.OrderBy(line => found.IndexOf(line.Key.Slug) is >= 0 and var rank ? rank : Most)
            .ThenBy(line => line.Key.ToString(), StringComparer.Ordinal).Take(Most).ToList();
    }

    private async Task<List<ArticleLine>> LinesAsync(IQueryable<ArticleVersionRow> rows, CancellationToken stop) => await (
        from row in rows
        join person in db.People on row.By equals person.Id into people
        from person in people.DefaultIfEmpty()
        orderby row.Id
        select new ArticleLine(new ArticleKey(row.Slug, row.Language), row.Kind, row.Title) { At = row.At, ByName = person == null ? null : person.Name }).ToListAsync(stop);
}
