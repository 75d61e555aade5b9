using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>How much of a ticket a place shows.</summary>
public enum Sight
{
    /// <summary>Whoever reads here works on it, or it is theirs.</summary>
    Full,

    /// <summary>All of it, but nothing to press.</summary>
    ReadOnly,

    /// <summary>That there is such a ticket, and nothing else.</summary>
    Closed,
}

/// <summary>Tells how much of a ticket the readers of a place see now, since tickets move and people leave teams while cards stay.</summary>
internal sealed class TicketSight(HelpDeskDb db, Actors actors, DeskSettingsStore settings)
{
    public async Task<Sight> OfAsync(Destination to, Ticket ticket, string card, CancellationToken stop) =>
        to switch
        {
            { Person: { } person } => await OfAsync(person, ticket, card, stop),
            { Queue: { } room } => InRoom(room, ticket.Queue),
            _ => Sight.Closed,
        };

    private async Task<Sight> OfAsync(PersonId id, Ticket ticket, string card, CancellationToken stop)
    {
        var person = await db.People.AsNoTracking().SingleAsync(person => person.Id == id, stop);
        var actor = await actors.ReaderAsync(person, stop);
        if (card == TicketCards.Follower)
        {
            return ticket.IsFollowedBy(actor) ? Sight.Full : Sight.Closed;
        }

        if (actor.IsAgentOf(ticket.Queue))
        {
            return Sight.Full;
        }

        return TicketAccess.ReadsQueue(actor, ticket.Queue) ? Sight.ReadOnly : Sight.Closed;
    }

    private Sight InRoom(QueueId room, QueueId queue)
    {
        if (room == queue)
        {
            return Sight.Full;
        }

        return settings.Current.Queue(queue).IsReadIn(room) ? Sight.ReadOnly : Sight.Closed;
    }
}
