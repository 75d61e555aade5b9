using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Search;

/// <summary>
/// Follows what other processes publish, retire and learn. Versions that were committed late stand a little behind the last one read, so each reading
/// goes back over some; questions that articles learned are few enough to compare all of them.
/// </summary>
internal sealed class ArticleFeed(IServiceScopeFactory scopes, ArticleIndex index, TimeProvider technical, ILogger<ArticleFeed> logger) : Periodic(technical, logger)
{
    private const int Overlap = 200;

    private long? _read;

    public override async Task RunOnceAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        var last = await db.ArticleVersions.MaxAsync(row => (long?)row.Id, stop) ?? 0;
        var changed = (await PublishedAsync(db, (_read ?? last) - Overlap, last, stop)).Concat(await LearnedAsync(db, stop)).Distinct(StringComparer.Ordinal);
        await scope.ServiceProvider.GetRequiredService<ArticleIndexing>().UpdateAsync([.. changed], stop);
        _read = last;
    }

    private async Task<IEnumerable<string>> PublishedAsync(HelpDeskDb db, long from, long to, CancellationToken stop)
    {
        var recent = await db.ArticleVersions.Where(row => row.Id > from && row.Id <= to).Select(row => new { row.Slug, row.Language, row.Number }).ToListAsync(stop);
        return recent.Where(row => row.Number > index.NumberOf(new ArticleKey(row.Slug, row.Language))).Select(row => row.Slug);
    }

    private async Task<IEnumerable<string>> LearnedAsync(HelpDeskDb db, CancellationToken stop)
    {
        var stored = (await db.LearnedQuestions.Select(row => new { row.Slug, row.Suggestion }).ToListAsync(stop)).ToLookup(row => row.Slug, row => row.Suggestion, StringComparer.Ordinal);
        return stored.Select(slug => slug.Key).Union(index.Learners, StringComparer.Ordinal)
            .Where(slug => !index.LearnedBy(slug).Select(question => question.Suggestion).ToHashSet().SetEquals(stored[slug]));
    }
}
