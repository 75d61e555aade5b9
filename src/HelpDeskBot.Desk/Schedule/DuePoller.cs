using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Schedule;

/// <summary>
/// Does what has become due, ticket by ticket: everything due on one ticket is dealt with in one commit, so that after downtime it collapses into
/// what is worth saying. A row counts once: of two processes that take it, one fails at the commit and finds it done.
/// </summary>
public sealed partial class DuePoller(IServiceScopeFactory scopes, UnitOfWork work, BusinessClock clock, ILogger<DuePoller> logger) : IDisposable
{
    private const int Batch = 50;

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Works until nothing is due any more.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            var failed = new HashSet<TicketId>();
            while (await DueTicketsAsync(failed, stop) is { Count: > 0 } tickets)
            {
                foreach (var ticket in tickets)
                {
                    await TryAsync(ticket, failed, stop);
                }
            }

            while (await work.RunAsync((services, token) => services.GetRequiredService<HeldMessages>().ReleaseAsync(token), stop))
            {
                // Until everybody has what waited for them.
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<List<TicketId>> DueTicketsAsync(HashSet<TicketId> failed, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now;
        var due = await scope.ServiceProvider.GetRequiredService<HelpDeskDb>().Reminders
            .Where(row => row.State == ReminderState.Pending && row.DueAt <= now)
            .OrderBy(row => row.DueAt)
            .Select(row => row.Ticket)
            .Take(Batch + failed.Count)
            .ToListAsync(stop);
        return [.. due.Distinct().Where(ticket => !failed.Contains(ticket))];
    }

    // One ticket that cannot be dealt with must not keep the others waiting; it is tried again at the next round.
    private async Task TryAsync(TicketId ticket, HashSet<TicketId> failed, CancellationToken stop)
    {
        try
        {
            await work.RunAsync((services, token) => services.GetRequiredService<DealWithDue>().RunAsync(ticket, token), stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            failed.Add(ticket);
            LogFailed(failure, ticket);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due on {Ticket} failed; it is tried again")]
    private partial void LogFailed(Exception failure, TicketId ticket);
}
