using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Search;

/// <summary>
/// Follows what other processes publish and retire. Versions that were committed late stand a little behind the last one read, so each reading
/// goes back over some.
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
        var from = (_read ?? last) - Overlap;
        var recent = await db.ArticleVersions.Where(row => row.Id > from && row.Id <= last).Select(row => new { row.Slug, row.Language, row.Number }).ToListAsync(stop);
        var changed = recent.Select(row => (Key: new ArticleKey(row.Slug, row.Language), row.Number)).Where(row => row.Number > index.NumberOf(row.Key));
        await scope.ServiceProvider.GetRequiredService<ArticleIndexing>().UpdateAsync([.. changed.Select(row => row.Key).Distinct()], stop);
        _read = last;
    }
}
