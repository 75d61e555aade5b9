using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>A version of an article. Without <see cref="ByName"/> it came from the folder.</summary>
/// <param name="Restored">The earlier version that it went back to.</param>
public sealed record ArticleVersion(int Number, VersionKind Kind, Instant At, string? ByName, int? Restored);

/// <summary>An article as editors see it.</summary>
/// <param name="Newest">What was last written or decided.</param>
/// <param name="Article">What the newest version says.</param>
/// <param name="Published">The version that people read; null if there is none.</param>
public sealed record ArticleState(ArticleKey Key, ArticleVersion Newest, Article Article, int? Published);

/// <summary>What an article would change into, or what a version changed.</summary>
/// <param name="Base">The newest version now.</param>
public sealed record ArticleChanges(int Base, string Title, IReadOnlyList<ChangedLine> Lines);

/// <summary>Reads how an article became what it is, for editors.</summary>
public sealed class ReadArticleVersions(HelpDeskDb db, ArticleVersions versions)
{
    public async Task<Outcome<ArticleState>> ShowAsync(ArticleKey key, Actor actor, CancellationToken stop)
    {
        var found = await NewestAsync(key, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var newest = found.Value;
        var published = await db.Articles.Where(article => article.Slug == key.Slug && article.Language == key.Language)
            .Select(article => (int?)article.Version).SingleOrDefaultAsync(stop);
        return new ArticleState(key, (await ViewsAsync(OnlyOf(newest), stop))[0], newest.ToArticle(), published);
    }

    /// <summary>The versions, newest first.</summary>
    public async Task<Outcome<IReadOnlyList<ArticleVersion>>> HistoryAsync(ArticleKey key, int most, Actor actor, CancellationToken stop)
    {
        var found = await NewestAsync(key, actor, stop);
        return found.Refusal is { } refusal ? refusal : await ViewsAsync(versions.Before(key, found.Value.Number + 1).Take(most), stop);
    }

    /// <summary>The file of the newest version.</summary>
    public async Task<Outcome<string>> TextAsync(ArticleKey key, Actor actor, CancellationToken stop) =>
        (await NewestAsync(key, actor, stop)).Select(newest => newest.Text);

    /// <summary>What a version changed in what was published before it.</summary>
    public async Task<Outcome<ArticleChanges>> ChangesAsync(ArticleKey key, int version, Actor actor, CancellationToken stop)
    {
        var found = await FindAsync(key, version, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var (newest, row) = found.Value;
        var before = await versions.PublishedBeforeAsync(key, version, stop);
        return new ArticleChanges(newest.Number, row.Title, TextDiff.Between(before?.Text ?? "", row.Text));
    }

    /// <summary>What would change if a version were published now.</summary>
    public async Task<Outcome<ArticleChanges>> PublishingAsync(ArticleKey key, int version, Actor actor, CancellationToken stop)
    {
        var found = await FindAsync(key, version, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var (newest, row) = found.Value;
        var shown = newest.Kind is VersionKind.Published ? newest : await versions.PublishedBeforeAsync(key, newest.Number, stop);
        return new ArticleChanges(newest.Number, row.Title, TextDiff.Between(shown?.Text ?? "", row.Text));
    }

    private async Task<Outcome<ArticleVersionRow>> NewestAsync(ArticleKey key, Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        return await versions.NewestAsync(key, stop) is { } newest ? newest : new Refusal("article.not_found");
    }

    private async Task<Outcome<(ArticleVersionRow Newest, ArticleVersionRow Row)>> FindAsync(ArticleKey key, int version, Actor actor, CancellationToken stop)
    {
        var newest = await NewestAsync(key, actor, stop);
        if (newest.Refusal is { } refusal)
        {
            return refusal;
        }

        return await versions.FindAsync(key, version, stop) is { } row ? (newest.Value, row) : new Refusal("article.no_version");
    }

    private IQueryable<ArticleVersionRow> OnlyOf(ArticleVersionRow version) => db.ArticleVersions.Where(row => row.Id == version.Id);

    private async Task<List<ArticleVersion>> ViewsAsync(IQueryable<ArticleVersionRow> rows, CancellationToken stop) => await (
        from row in rows
        join person in db.People on row.By equals person.Id into people
        from person in people.DefaultIfEmpty()
        orderby row.Number descending
        select new ArticleVersion(row.Number, row.Kind, row.At, person == null ? null : person.Name, row.Restored)).ToListAsync(stop);
}
