using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Inbox;

/// <summary>
/// Deals with acknowledged deliveries, lane by lane and in order. A delivery is done in the same commit as everything it caused: after a
/// crash before that commit it is taken up again, after it the answer is in the outbox.
/// </summary>
public sealed partial class InboxWorker : BackgroundService
{
    private const int Width = 8;
    private const int Attempts = 5;

    private readonly IServiceScopeFactory _scopes;
    private readonly UnitOfWork _work;
    private readonly TimeProvider _technical;
    private readonly Node _node;
    private readonly ILogger<InboxWorker> _logger;
    private readonly Lanes _lanes;

    public InboxWorker(IServiceScopeFactory scopes, UnitOfWork work, TimeProvider technical, Node node, ILogger<InboxWorker> logger)
    {
        (_scopes, _work, _technical, _node, _logger) = (scopes, work, technical, node, logger);
        _lanes = new Lanes(Width, RunLaneAsync);
    }

    /// <summary>A delivery of this lane has been committed.</summary>
    public void Signal(string lane) => _lanes.Signal(lane);

    internal Task IdleAsync() => _lanes.IdleAsync();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await _lanes.RunAsync(stoppingToken);

    private async Task RunLaneAsync(string lane, CancellationToken stop)
    {
        try
        {
            while (await HandleNextAsync(lane, stop))
            {
                // Until the lane is empty or another process has its head.
            }
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            LogLaneBroken(broken, lane);
        }
    }

    // True if there may be more in the lane.
    private async Task<bool> HandleNextAsync(string lane, CancellationToken stop)
    {
        var id = 0L;
        try
        {
            return await _work.RunAsync(
                async (services, token) =>
                {
                    var waiting = await WaitingAsync(services, lane, token);
                    if (waiting is not [var head, ..] || (head.LeasedBy != _node.Name && head.LeaseUntil > _technical.Now()))
                    {
                        return false;
                    }

                    id = head.Id;
                    await DealWithAsync(services, head, token);
                    return waiting.Count > 1;
                },
                stop);
        }
        catch (Exception failure) when (id != 0 && !stop.IsCancellationRequested)
        {
            await NoteFailureAsync(id, failure, stop);
            return true; // at once again, or past what was parked
        }
    }

    // The head of the lane, and what tells whether anything follows: what comes later is signalled.
    private static Task<List<InboxRow>> WaitingAsync(IServiceProvider services, string lane, CancellationToken stop) =>
        services.GetRequiredService<HelpDeskDb>().Inbox.AsTracking()
            .Where(row => row.Lane == lane && row.State == InboxState.Pending)
            .OrderBy(row => row.Id)
            .Take(2)
            .ToListAsync(stop);

    private static async Task DealWithAsync(IServiceProvider services, InboxRow row, CancellationToken stop)
    {
        var mayBeKept = await services.GetRequiredService<ITurnHandler>().HandleAsync(DeliveryOf(row), stop);
        row.Body = mayBeKept ? row.Body : "";
        row.State = InboxState.Done;
        row.Fence++;
        row.DoneAt = services.GetRequiredService<BusinessClock>().Now;
    }

    private async Task NoteFailureAsync(long id, Exception failure, CancellationToken stop)
    {
        var reference = Guid.CreateVersion7(_technical.GetUtcNow()).ToString("N")[^8..];
        var isParked = false;
        await _work.RunAsync(
            async (services, token) =>
            {
                var row = await FindPendingAsync(services, id, token);
                if (row is null)
                {
                    return;
                }

                row.Attempts++;
                row.Fence++;
                isParked = row.Attempts >= Attempts;
                if (isParked)
                {
                    row.State = InboxState.Parked;
                    row.Error = reference;
                    await services.GetRequiredService<ITurnHandler>().ApologiseAsync(DeliveryOf(row), reference, token);
                }
            },
            stop);
        LogFailed(failure, id, reference, isParked);
    }

    private static Task<InboxRow?> FindPendingAsync(IServiceProvider services, long id, CancellationToken stop) =>
        services.GetRequiredService<HelpDeskDb>().Inbox.AsTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.State == InboxState.Pending, stop);

    private static Delivery DeliveryOf(InboxRow row) => new(row.Channel, row.Lane, row.Body);

    [LoggerMessage(Level = LogLevel.Error, Message = "Inbox row {Id} failed, reference {Reference}, parked: {IsParked}")]
    private partial void LogFailed(Exception failure, long id, string reference, bool isParked);

    [LoggerMessage(Level = LogLevel.Error, Message = "Lane {Lane} stopped; the sweep takes it up again")]
    private partial void LogLaneBroken(Exception broken, string lane);
}
