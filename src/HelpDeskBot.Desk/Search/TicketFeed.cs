using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Search;

/// <summary>
/// Follows what other processes change: every change of a ticket says or draws something, so the outbox names the tickets in order. Rows
/// that were committed late stand a little behind the last one read, so each reading goes back over some.
/// </summary>
internal sealed class TicketFeed(IServiceScopeFactory scopes, TimeProvider technical, ILogger<TicketFeed> logger) : Periodic(technical, logger)
{
    private const int Overlap = 200;

    private long? _read;

    public override async Task RunOnceAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        var last = await db.Outbox.MaxAsync(row => (long?)row.Id, stop) ?? 0;
        var from = (_read ?? last) - Overlap;
        var changed = await db.Outbox.Where(row => row.Id > from && row.Id <= last && row.Ticket != null)
            .Select(row => row.Ticket!.Value)
            .Distinct()
            .ToListAsync(stop);
        await scope.ServiceProvider.GetRequiredService<TicketIndexing>().UpdateAsync(changed, stop);
        _read = last;
    }
}
