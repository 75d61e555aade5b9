using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Finds an open ticket of the person themselves that is about what they say now. Looks at their own newest only, so it costs the same on any desk.</summary>
public sealed class FindOwnDuplicate(HelpDeskDb db)
{
    private const int Newest = 20;

    /// <summary>The one that shares the most words; null if none shares enough.</summary>
    public async Task<Ticket?> RunAsync(string text, Actor actor, string language, CancellationToken stop)
    {
        var said = Analyzers.WordsOf(text, language);
        var open = await db.Tickets.AsNoTracking()
            .Where(ticket => ticket.Requester == actor.Person && ticket.Status != Status.Closed && ticket.Status != Status.Withdrawn)
            .OrderByDescending(ticket => ticket.Id)
            .Take(Newest)
            .ToListAsync(stop);
        return open
            .Select(ticket => (Ticket: ticket, Shared: Sameness.Shared(said, ticket.Description, language)))
            .Where(found => found.Shared is not null)
            .OrderByDescending(found => found.Shared)
            .Select(found => found.Ticket)
            .FirstOrDefault();
    }
}
