using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>
/// Takes up what changed in the folder since it was last read. What nobody changed elsewhere is published; what the chat changed too becomes a
/// draft, and who decides is told once. A wrong file is named and left out.
/// </summary>
internal sealed partial class ImportArticles(
    HelpDeskDb db, ArticleVersions versions, FolderContents folder, TellEditors tell, ILogger<ImportArticles> logger)
{
    /// <summary>Stages what follows; the surrounding unit of work commits it.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var known = await KnownAsync(stop);
        var articles = await folder.ReadAsync(stop);
        var steps = new List<FolderStep>();
        foreach (var article in articles)
        {
            steps.Add(await TakeAsync(article, known, stop));
        }

        var there = articles.Select(article => article.Key).ToHashSet();
        foreach (var gone in known.Seen.Where(seen => !there.Contains(seen.Key)))
        {
            steps.Add(Forget(gone.Key, gone.Value, known));
        }

        // Of a time before there were versions: the folder was all there was.
        db.Articles.RemoveRange(known.Published.Values.Where(article => article.Version == 0 && !there.Contains(article.Key)));
        LogImported(
            steps.Count(step => step is FolderStep.Publish), steps.Count(step => step is FolderStep.Draft), steps.Count(step => step is FolderStep.Retire));
    }

    private async Task<FolderStep> TakeAsync(FolderArticle article, Known known, CancellationToken stop)
    {
        var stored = known.Of(article.Key);
        if (stored.Seen == article.Digest || await folder.ContentAsync(article, stored.Newest?.Files ?? [], stop) is not { } content)
        {
            return FolderStep.Nothing;
        }

        var step = FolderRule.Of(article.Digest, stored);
        var published = known.Published.GetValueOrDefault(article.Key);
        switch (step)
        {
            case FolderStep.Publish:
                versions.Stage(new NextVersion(article.Key, VersionKind.Published, content), stored.Newest, published);
                break;
            case FolderStep.Agree:
                versions.Stage(new NextVersion(article.Key, VersionKind.Published, content) { Restored = stored.Standing!.Number }, stored.Newest, published);
                break;
            case FolderStep.Draft:
                await tell.OfConflictAsync(versions.Stage(new NextVersion(article.Key, VersionKind.Draft, content), stored.Newest, published), stop);
                break;
            default:
                break;
        }

        Remember(article, known);
        return step;
    }

    private FolderStep Forget(ArticleKey key, FolderArticleRow seen, Known known)
    {
        var stored = known.Of(key);
        var step = FolderRule.OfNothing(stored);
        if (step is FolderStep.Retire)
        {
            var content = ArticleContent.Of(stored.Standing!);
            versions.Stage(new NextVersion(key, VersionKind.Retired, content), stored.Newest, known.Published.GetValueOrDefault(key));
        }

        db.FolderArticles.Remove(seen);
        return step;
    }

    private void Remember(FolderArticle article, Known known)
    {
        if (known.Seen.TryGetValue(article.Key, out var seen))
        {
            seen.Digest = article.Digest;
        }
        else
        {
            db.FolderArticles.Add(new FolderArticleRow { Slug = article.Key.Slug, Language = article.Key.Language, Digest = article.Digest });
        }
    }

    private async Task<Known> KnownAsync(CancellationToken stop)
    {
        var newest = await versions.Newest.ToDictionaryAsync(row => row.Key, stop);
        var behind = new Dictionary<ArticleKey, ArticleVersionRow?>();
        foreach (var waiting in newest.Values.Where(row => row.IsFolderDraft))
        {
            behind[waiting.Key] = await versions.BehindAsync(waiting, stop);
        }

        return new Known(
            newest,
            behind,
            await db.FolderArticles.AsTracking().ToDictionaryAsync(row => new ArticleKey(row.Slug, row.Language), stop),
            await db.Articles.AsTracking().ToDictionaryAsync(article => article.Key, stop));
    }

    /// <summary>Everything that is stored about articles.</summary>
    private sealed record Known(
        Dictionary<ArticleKey, ArticleVersionRow> Newest,
        Dictionary<ArticleKey, ArticleVersionRow?> Behind,
        Dictionary<ArticleKey, FolderArticleRow> Seen,
        Dictionary<ArticleKey, Article> Published)
    {
        public StoredArticle Of(ArticleKey key)
        {
            var newest = Newest.GetValueOrDefault(key);
            return new StoredArticle(Seen.GetValueOrDefault(key)?.Digest, newest, Behind.TryGetValue(key, out var behind) ? behind : newest);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Articles taken from the folder: {Published} published, {Drafts} to be decided, {Retired} retired")]
    private partial void LogImported(int published, int drafts, int retired);
}
