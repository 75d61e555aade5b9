using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>What an article says: the whole file, the files that it names, and what both give when read.</summary>
internal sealed record ArticleContent(string Text, IReadOnlyList<ArticleAttachment> Files, Article Article)
{
    /// <summary>What a version says.</summary>
    public static ArticleContent Of(ArticleVersionRow row) => new(row.Text, row.Files, row.ToArticle());

    /// <summary>What somebody is writing.</summary>
    public static ArticleContent Of(ArticleEditRow row) => new(row.Text, row.Files, row.ToArticle());

    /// <summary>Whether a version says just this, whatever became of it.</summary>
    public bool IsIn(ArticleVersionRow row) => row.Text == Text && row.Files.ToHashSet().SetEquals(Files);
}

/// <summary>A version that is to follow.</summary>
internal sealed record NextVersion(ArticleKey Key, VersionKind Kind, ArticleContent Content)
{
    /// <summary>Whose it is; null for the folder.</summary>
    public PersonId? By { get; init; }

    /// <summary>The earlier version that it goes back to.</summary>
    public int? Restored { get; init; }
}

/// <summary>The versions of articles, which only grow in number, and with them what is published.</summary>
public sealed class ArticleVersions(HelpDeskDb db, BusinessClock clock)
{
    /// <summary>The newest version of every article.</summary>
    internal IQueryable<ArticleVersionRow> Newest => db.ArticleVersions.AsNoTracking().Where(row => !db.ArticleVersions.Any(later =>
        later.Slug == row.Slug && later.Language == row.Language && later.Number > row.Number));

    /// <summary>The newest version of an article; null if there is no such article.</summary>
    internal Task<ArticleVersionRow?> NewestAsync(ArticleKey key, CancellationToken stop) =>
        Of(key).OrderByDescending(row => row.Number).FirstOrDefaultAsync(stop);

    internal Task<ArticleVersionRow?> FindAsync(ArticleKey key, int number, CancellationToken stop) =>
        Of(key).SingleOrDefaultAsync(row => row.Number == number, stop);

    /// <summary>The versions of an article before a number, newest first.</summary>
    internal IQueryable<ArticleVersionRow> Before(ArticleKey key, int number) =>
        Of(key).Where(row => row.Number < number).OrderByDescending(row => row.Number);

    /// <summary>
    /// What stands if a draft is not taken: behind what the folder says, what the chat has, be it a draft; behind somebody's draft, what was
    /// decided last. Null if there is nothing.
    /// </summary>
    internal Task<ArticleVersionRow?> BehindAsync(ArticleVersionRow draft, CancellationToken stop)
    {
        var before = Before(draft.Key, draft.Number);
        return draft.By is null
            ? before.FirstOrDefaultAsync(row => row.By != null || row.Kind != VersionKind.Draft, stop)
            : before.FirstOrDefaultAsync(row => row.Kind != VersionKind.Draft, stop);
    }

    /// <summary>What was published before a version; null if nothing was.</summary>
    internal Task<ArticleVersionRow?> PublishedBeforeAsync(ArticleKey key, int number, CancellationToken stop) =>
        Before(key, number).FirstOrDefaultAsync(row => row.Kind == VersionKind.Published, stop);

    /// <summary>The files beside an article that people read, in any language.</summary>
    internal async Task<IReadOnlyList<ArticleAttachment>> FilesAsync(string slug, CancellationToken stop) =>
        [.. (await db.Articles.Where(article => article.Slug == slug).Select(article => article.Files).ToListAsync(stop)).SelectMany(files => files)];

    /// <summary>A name for a new article that no other has or had, in any language.</summary>
    internal async Task<ArticleKey> FreeKeyAsync(string title, string language, CancellationToken stop)
    {
        var wanted = ArticleKey.SlugOf(title);
        var taken = await db.ArticleVersions.Where(row => row.Slug.StartsWith(wanted)).Select(row => row.Slug).Distinct().ToListAsync(stop);
        var free = Enumerable.Range(1, taken.Count + 1).Select(count => count == 1 ? wanted : $"{wanted}-{count}").First(slug => !taken.Contains(slug));
        return new ArticleKey(free, language);
    }

    /// <summary>Stages the version that follows the newest one, and with it what is published.</summary>
    internal async Task<ArticleVersionRow> StageAsync(NextVersion next, ArticleVersionRow? newest, CancellationToken stop)
    {
        var (slug, language) = next.Key;
        var published = next.Kind is VersionKind.Draft
            ? null
            : await db.Articles.AsTracking().SingleOrDefaultAsync(article => article.Slug == slug && article.Language == language, stop);
        return Stage(next, newest, published);
    }

    /// <summary>The same for who has read what is published already.</summary>
    internal ArticleVersionRow Stage(NextVersion next, ArticleVersionRow? newest, Article? published)
    {
        var row = RowOf(next, (newest?.Number ?? 0) + 1);
        db.ArticleVersions.Add(row);
        if (row.Kind is VersionKind.Published)
        {
            Publish(row.ToArticle(), published);
        }
        else if (row.Kind is VersionKind.Retired && published is not null)
        {
            db.Articles.Remove(published);
        }

        return row;
    }

    private IQueryable<ArticleVersionRow> Of(ArticleKey key) =>
        db.ArticleVersions.AsNoTracking().Where(row => row.Slug == key.Slug && row.Language == key.Language);

    private ArticleVersionRow RowOf(NextVersion next, int number) => new()
    {
        Slug = next.Key.Slug,
        Language = next.Key.Language,
        Number = number,
        At = clock.Now,
        By = next.By,
        Kind = next.Kind,
        Title = next.Content.Article.Title,
        Text = next.Content.Text,
        Files = next.Content.Files,
        Restored = next.Restored,
    };

    // When only who decided is new, the text is as old as it was.
    private void Publish(Article article, Article? published)
    {
        if (published is null)
        {
            db.Articles.Add(article);
            return;
        }

        var isSame = (published.Title, published.Body) == (article.Title, article.Body);
        db.Entry(published).CurrentValues.SetValues(article with { ChangedAt = isSame ? published.ChangedAt : article.ChangedAt });
    }
}
