using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Search;

/// <summary>Brings tickets from the database into the index.</summary>
internal sealed partial class TicketIndexing(HelpDeskDb db, TicketRecords records, TicketIndex index, ILogger<TicketIndexing> logger)
{
    /// <summary>Builds the index from what is stored.</summary>
    public async Task BuildAsync(CancellationToken stop)
    {
        var tickets = await db.Tickets.AsNoTracking().ToListAsync(stop);
        var histories = (await records.AllAsync(stop)).ToLookup(entry => entry.Ticket);
        index.Replace([.. tickets.Select(ticket => (ticket, (IReadOnlyList<TimelineEntry>)[.. histories[ticket.Id]]))]);
    }

    /// <summary>Brings these tickets up to date, which have just been committed. A failure is no reason to fail the commit: the feed comes by later.</summary>
    public async Task AfterCommitAsync(IReadOnlyCollection<TicketId> changed, CancellationToken stop)
    {
        try
        {
            foreach (var id in changed)
            {
                await PutAsync(id, stop);
            }
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogNotIndexed(failure);
        }
    }

    /// <summary>Brings those of these tickets up to date whose index is older than they are; the others are not read.</summary>
    public async Task UpdateAsync(IReadOnlyCollection<TicketId> changed, CancellationToken stop)
    {
        var ids = changed.ToList();
        var stored = await db.Tickets.Where(ticket => ids.Contains(ticket.Id)).Select(ticket => new { ticket.Id, ticket.Version }).ToListAsync(stop);
        foreach (var ticket in stored.Where(ticket => ticket.Version > index.VersionOf(ticket.Id)))
        {
            await PutAsync(ticket.Id, stop);
        }
    }

    private async Task PutAsync(TicketId id, CancellationToken stop)
    {
        if (await records.FindAsync(id, stop) is { } ticket && ticket.Version > index.VersionOf(id))
        {
            index.Put(ticket, await records.TimelineAsync(id, ticket.Version, stop));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changed tickets are not findable yet; the feed brings them")]
    private partial void LogNotIndexed(Exception failure);
}
