using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HelpDeskBot.Desk.Inbox;

/// <summary>
/// Takes up what a dead process left behind and what had to wait: at the start everything pending, then every second what no living
/// process holds.
/// </summary>
internal sealed partial class Sweep(
    IServiceScopeFactory scopes, InboxWorker inbox, Dispatcher dispatcher, TimeProvider technical, ILogger<Sweep> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Signals every lane that has something this process may take.</summary>
    public async Task RunOnceAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        var now = technical.Now();
        foreach (var lane in await InboxLanesAsync(db, now, stop))
        {
            inbox.Signal(lane);
        }

        foreach (var lane in await OutboxLanesAsync(db, now, stop))
        {
            dispatcher.Signal(lane);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, technical);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await RunOnceAsync(stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep failed; it runs again in a second")]
    private partial void LogFailed(Exception failure);
}
