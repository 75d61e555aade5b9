using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Search;

/// <summary>Brings articles from the database into the index, and the questions they solved.</summary>
internal sealed partial class ArticleIndexing(HelpDeskDb db, ArticleIndex index, ILogger<ArticleIndexing> logger)
{
    /// <summary>Builds the index from what is stored. What is published meanwhile is found later, as something newer.</summary>
    public async Task BuildAsync(CancellationToken stop)
    {
        var numbers = await NumbersAsync(db.ArticleVersions, stop);
        var articles = await db.Articles.AsNoTracking().Where(article => article.Version > 0).ToListAsync(stop);
        index.Replace(articles, numbers, await LearnedAsync(db.LearnedQuestions, stop));
    }

    /// <summary>Brings the articles of these slugs up to date, which have just been committed. A failure is no reason to fail the commit: the feed comes by later.</summary>
    public async Task AfterCommitAsync(IReadOnlyCollection<string> changed, CancellationToken stop)
    {
        try
        {
            await UpdateAsync(changed, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogNotIndexed(failure);
        }
    }

    /// <summary>Brings the articles of these slugs up to date. Numbers are read first, so that what is read behind them is never older than they say.</summary>
    public async Task UpdateAsync(IReadOnlyCollection<string> changed, CancellationToken stop)
    {
        if (changed.Count == 0)
        {
            return;
        }

        var slugs = changed.ToList();
        var numbers = (await NumbersAsync(db.ArticleVersions.Where(row => slugs.Contains(row.Slug)), stop)).ToLookup(pair => pair.Key.Slug);
        var articles = (await db.Articles.AsNoTracking().Where(article => slugs.Contains(article.Slug)).ToListAsync(stop)).ToDictionary(article => article.Key);
        var learned = await LearnedAsync(db.LearnedQuestions.Where(row => slugs.Contains(row.Slug)), stop);
        foreach (var slug in slugs)
        {
            index.Change(slug, [.. numbers[slug].Select(pair => new ArticleChange(pair.Key, pair.Value, articles.GetValueOrDefault(pair.Key)))], [.. learned[slug]]);
        }
    }

    private static async Task<Dictionary<ArticleKey, int>> NumbersAsync(IQueryable<Knowledge.ArticleVersionRow> rows, CancellationToken stop) =>
        (await rows.GroupBy(row => new { row.Slug, row.Language }).Select(group => new { group.Key, Number = group.Max(row => row.Number) }).ToListAsync(stop))
            .ToDictionary(pair => new ArticleKey(pair.Key.Slug, pair.Key.Language), pair => pair.Number);

    private static async Task<ILookup<string, LearnedQuestion>> LearnedAsync(IQueryable<Knowledge.LearnedQuestionRow> rows, CancellationToken stop) =>
        (await rows.AsNoTracking().ToListAsync(stop)).ToLookup(row => row.Slug, row => new LearnedQuestion(row.Suggestion, row.Person, row.Text, row.Language), StringComparer.Ordinal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changed articles are not findable yet; the feed brings them")]
    private partial void LogNotIndexed(Exception failure);
}
