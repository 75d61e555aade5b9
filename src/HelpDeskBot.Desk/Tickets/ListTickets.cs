using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Lists a person's own tickets and shows single ones to who may read them.</summary>
public sealed class ListTickets(HelpDeskDb db, TicketGate gate, TicketViews views, DeskSettingsStore settings)
{
    /// <summary>The person's own: what is still open first, then the newest; at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<TicketLine>> MineAsync(Actor actor, int limit, CancellationToken stop)
    {
        var tickets = await db.Tickets.AsNoTracking()
            .Where(ticket => ticket.Requester == actor.Person)
            .OrderBy(ticket => ticket.Status == Status.Closed || ticket.Status == Status.Withdrawn)
            .ThenByDescending(ticket => ticket.FiledAt)
            .Take(limit)
            .ToListAsync(stop);
        var owners = tickets.Where(ticket => ticket.Owner is not null).Select(ticket => ticket.Owner!.Value).Distinct().ToList();
        var names = await db.People.Where(person => owners.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, stop);
        return [.. tickets.Select(ticket => new TicketLine(
            ticket.Id, ticket.Subject, ticket.Status, ticket.Priority, ticket.Owner,
            ticket.Owner is { } owner ? names[owner] : null, ticket.FiledAt))];
    }

    /// <summary>One ticket, as this actor may see it.</summary>
    /// <param name="room">The queue in whose agent channel it will stand, if not in the person's own chat.</param>
    public async Task<Outcome<TicketView>> ShowAsync(TicketId id, Actor actor, QueueId? room, CancellationToken stop)
    {
        var found = await gate.FindAsync(id, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        return settings.Current.Queue(found.Value.Queue).IsReadIn(room)
            ? await views.LoadAsync(id, stop)
            : new Refusal("ticket.not_here").With("ticket", id);
    }
}
