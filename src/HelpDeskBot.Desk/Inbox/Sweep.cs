using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HelpDeskBot.Desk.Inbox;

/// <summary>
/// Takes up what a dead process left behind and what had to wait: at the start everything pending, then every second what no living
/// process holds.
/// </summary>
internal sealed class Sweep(
    IServiceScopeFactory scopes, InboxWorker inbox, Dispatcher dispatcher, TimeProvider technical, ILogger<Sweep> logger) : Periodic(technical, logger)
{
    /// <summary>Signals every lane that has something this process may take.</summary>
    public override async Task RunOnceAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        var now = Technical.Now();
        foreach (var lane in await InboxLanesAsync(db, now, stop))
        {
            inbox.Signal(lane);
        }

        foreach (var lane in await OutboxLanesAsync(db, now, stop))
        {
            dispatcher.Signal(lane);
        }
    }

    private static Task<List<string>> InboxLanesAsync(HelpDeskDb db, Instant now, CancellationToken stop) => db.Inbox
        .Where(row => row.State == InboxState.Pending && (row.LeaseUntil == null || row.LeaseUntil <= now))
        .Select(row => row.Lane)
        .Distinct()
        .ToListAsync(stop);

    private static Task<List<string>> OutboxLanesAsync(HelpDeskDb db, Instant now, CancellationToken stop) => db.Outbox
        .Where(row => row.State == OutboxState.Pending && (row.LeaseUntil == null || row.LeaseUntil <= now)
            && (row.NotBefore == null || row.NotBefore <= now))
        .Select(row => row.Lane)
        .Distinct()
        .ToListAsync(stop);
}
