using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Desk.Work;

/// <summary>Waits until everything received has been dealt with and everything said has left, or waits for a retry.</summary>
public sealed class Settling(IServiceScopeFactory scopes, InboxWorker inbox, Dispatcher dispatcher, TimeProvider technical)
{
    public async Task RunAsync(CancellationToken stop)
    {
        do
        {
            await SignalAsync(stop);
            await inbox.IdleAsync().WaitAsync(stop);
            await dispatcher.IdleAsync().WaitAsync(stop);
        }
        while (await IsBusyAsync(stop));
    }

    private async Task SignalAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        foreach (var lane in await db.Inbox.Where(row => row.State == InboxState.Pending).Select(row => row.Lane).Distinct().ToListAsync(stop))
        {
            inbox.Signal(lane);
        }

        foreach (var lane in await WaitingLanes(db).ToListAsync(stop))
        {
            dispatcher.Signal(lane);
        }
    }

    private async Task<bool> IsBusyAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        return await db.Inbox.AnyAsync(row => row.State == InboxState.Pending, stop) || await WaitingLanes(db).AnyAsync(stop);
    }

    private IQueryable<string> WaitingLanes(HelpDeskDb db)
    {
        var now = technical.Now();
        return db.Outbox
            .Where(row => row.State == OutboxState.Pending)
            .GroupBy(row => row.Lane)
            .Where(lane => !lane.Any(row => row.NotBefore > now))
            .Select(lane => lane.Key);
    }
}
