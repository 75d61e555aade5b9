using HelpDeskBot.Desk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Search;

/// <summary>
/// Follows what other processes change: every change of a ticket says or draws something, so the outbox names the tickets in order. Rows
/// that were committed late stand a little behind the last one read, so each reading goes back over some.
/// </summary>
internal sealed partial class TicketFeed(IServiceScopeFactory scopes, TimeProvider technical, ILogger<TicketFeed> logger) : BackgroundService
{
    private const int Overlap = 200;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private long? _read;

    public async Task RunOnceAsync(CancellationToken stop)
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, technical);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The feed of changed tickets failed; it runs again in a second")]
    private partial void LogFailed(Exception failure);
}
