using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>
/// Sends what was committed, lane by lane and in order. The process that committed a row holds its lease and is signalled, so that the
/// normal path waits for no poll; the sweep takes over what a dead process left behind.
/// </summary>
public sealed partial class Dispatcher : BackgroundService
{
    private const int Width = 8;
    private const int Batch = 50;
    private const int Attempts = 20;

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _technical;
    private readonly Node _node;
    private readonly ILogger<Dispatcher> _logger;
    private readonly Lanes _lanes;

    public Dispatcher(IServiceScopeFactory scopes, TimeProvider technical, Node node, ILogger<Dispatcher> logger)
    {
        (_scopes, _technical, _node, _logger) = (scopes, technical, node, logger);
        _lanes = new Lanes(Width, SendLaneAsync);
    }

    /// <summary>There is something to send in this lane.</summary>
    public void Signal(string lane) => _lanes.Signal(lane);

    internal Task IdleAsync() => _lanes.IdleAsync();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await _lanes.RunAsync(stoppingToken);

    private async Task SendLaneAsync(string lane, CancellationToken stop)
    {
        try
        {
            while (await SendBatchAsync(lane, stop))
            {
                // Until the lane is empty or has to wait.
            }
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            LogLaneBroken(broken, lane);
        }
    }

    private async Task<bool> SendBatchAsync(string lane, CancellationToken stop)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        var rows = await db.Outbox.AsTracking()
            .Where(row => row.Lane == lane && row.State == OutboxState.Pending)
            .OrderBy(row => row.Id)
            .Take(Batch)
            .ToListAsync(stop);
        var sender = ActivatorUtilities.CreateInstance<Sender>(scope.ServiceProvider, rows);
        foreach (var row in rows)
        {
            if (row.State != OutboxState.Pending)
            {
                continue; // a refresh that an earlier one of this batch has covered
            }

            // Order holds: what waits makes the lane wait.
            if (row.NotBefore > _technical.Now() || !await HoldAsync(db, row, stop) || !await SendAsync(sender, row, stop))
            {
                return false;
            }
        }

        return rows.Count == Batch;
    }

    // Whose lease ran out may still be sending: the fence grows, so that only the newest holder can mark the row.
    private async Task<bool> HoldAsync(HelpDeskDb db, OutboxRow row, CancellationToken stop)
    {
        var now = _technical.Now();
        var isOurs = row.LeasedBy == _node.Name;
        if (row.LeaseUntil > (isOurs ? now + Node.Renewal : now))
        {
            return isOurs;
        }

        (row.LeasedBy, row.LeaseUntil) = (_node.Name, now + Node.Lease);
        row.Fence++;
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // another process was faster
        }
    }

    private async Task<bool> SendAsync(Sender sender, OutboxRow row, CancellationToken stop)
    {
        var fence = row.Fence;
        try
        {
            await sender.SendAsync(row, stop);
            return true;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            await NoteFailureAsync(row.Id, fence, failure, stop);
            return false;
        }
    }

    private async Task NoteFailureAsync(long id, int fence, Exception failure, CancellationToken stop)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        var row = await db.Outbox.AsTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.Fence == fence && row.State == OutboxState.Pending, stop);
        if (row is null)
        {
            return; // no longer ours: another process took it over while we were sending
        }

        row.Fence++;
        row.IsUnknown = row.IsUnknown && failure is not (UndeliverableException or DelayedException);
        row.Attempts += failure is DelayedException ? 0 : 1;
        var isFinal = failure is UndeliverableException || row.Attempts >= Attempts;
        if (isFinal)
        {
            row.State = OutboxState.Parked;
            row.Error = failure is UndeliverableException ? failure.Message : failure.GetType().Name;
        }

        row.NotBefore = _technical.Now() + (failure is DelayedException { After: { } after } ? Duration.FromTimeSpan(after) : Backoff(row.Attempts));
        await db.SaveChangesAsync(stop);
        LogNotSent(failure, row.Id, row.Attempts, row.State);
        if (isFinal)
        {
            Signal(row.Lane); // what stands behind it may go on
        }
    }

    private static Duration Backoff(int attempts) => Duration.FromSeconds(Math.Min(60, Math.Pow(2, Math.Max(0, attempts - 1)) / 2));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Id} not sent (attempt {Attempts}, now {State})")]
    private partial void LogNotSent(Exception failure, long id, int attempts, OutboxState state);

    [LoggerMessage(Level = LogLevel.Error, Message = "Lane {Lane} stopped; the sweep takes it up again")]
    private partial void LogLaneBroken(Exception broken, string lane);
}
