using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HelpDeskBot.Desk.Search;

/// <summary>
/// Follows what other processes publish, retire and learn. Versions that were committed late stand a little behind the last one read, so each reading
/// goes back over some; of the questions that articles learned all are compared, where any came or went.
/// </summary>
internal sealed class ArticleFeed(IServiceScopeFactory scopes, ArticleIndex index, TimeProvider technical, ILogger<ArticleFeed> logger) : Periodic(technical, logger)
{
    private const int Overlap = 200;

    private long? _read;
    private (int Count, Instant? Newest) _learned;

    public override async Task RunOnceAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        var last = await db.ArticleVersions.MaxAsync(row => (long?)row.Id, stop) ?? 0;
        var learned = await LearnedNowAsync(db, stop);
        var published = await PublishedAsync(db, (_read ?? last) - Overlap, last, stop);
        var changed = published.Concat(learned == _learned ? [] : await LearnedAsync(db, stop)).Distinct(StringComparer.Ordinal);
        await scope.ServiceProvider.GetRequiredService<ArticleIndexing>().UpdateAsync([.. changed], stop);
        (_read, _learned) = (last, learned); // what failed is done again
    }

    private async Task<IEnumerable<string>> PublishedAsync(HelpDeskDb db, long from, long to, CancellationToken stop)
    {
        var recent = await db.ArticleVersions.Where(row => row.Id > from && row.Id <= to).Select(row => new { row.Slug, row.Language, row.Number }).ToListAsync(stop);
        return recent.Where(row => row.Number > index.NumberOf(new ArticleKey(row.Slug, row.Language))).Select(row => row.Slug);
    }

    private static async Task<(int Count, Instant? Newest)> LearnedNowAsync(HelpDeskDb db, CancellationToken stop)
    {
        var now = await db.LearnedQuestions.GroupBy(_ => 1).Select(all => new { Count = all.Count(), Newest = all.Max(row => row.At) }).SingleOrDefaultAsync(stop);
        return (now?.Count ?? 0, now?.Newest);
    }

    private async Task<IEnumerable<string>> LearnedAsync(HelpDeskDb db, CancellationToken stop)
    {
        var stored = (await db.LearnedQuestions.Select(row => new { row.Slug, row.Suggestion }).ToListAsync(stop)).ToLookup(row => row.Slug, row => row.Suggestion, StringComparer.Ordinal);
        return stored.Select(slug => slug.Key).Union(index.Learners, StringComparer.Ordinal)
            .Where(slug => !index.LearnedBy(slug).Select(question => question.Suggestion).ToHashSet().SetEquals(stored[slug]));
    }
}
