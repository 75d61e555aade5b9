using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Tells a queue about a ticket that was moved to it: its card with what was said so far, and its leads if it is grave.</summary>
public sealed class TicketArrival(HelpDeskDb db, TicketRecords records, OutboxWriter outbox, QueueMembers members)
{
    private const int MostSaid = 20;

    /// <summary>Stages what the queue the ticket is in now has not seen of it.</summary>
    internal async Task StageAsync(Ticket ticket, Actor mover, CancellationToken stop)
    {
        var room = Destination.Room(ticket.Queue);
        var history = await records.TimelineAsync(ticket.Id, ticket.Version - 1, stop);
        if (await db.Placements.AnyAsync(placement => placement.Ticket == ticket.Id && placement.Lane == room.Lane && placement.Card == TicketCards.Agent, stop))
        {
            outbox.Say(Destination.ThreadOf(ticket), new Line("announce.moved_back").With("ticket", ticket.Id).With("name", mover.Name));
        }
        else
        {
            outbox.Say(room, new TicketCard(ticket.Id, TicketCards.Agent));
        }

        foreach (var said in Unseen(history, ticket.Queue))
        {
            outbox.Say(Destination.ThreadOf(ticket), new Quote(ticket.Id, said.Sequence), said);
        }

        await TellLeadsAsync(ticket, mover, "announce.moved_gravest", stop);
    }

    /// <summary>Of tickets that come, leads hear at once only of the gravest.</summary>
    internal async Task TellLeadsAsync(Ticket ticket, Actor by, string key, CancellationToken stop)
    {
        if (ticket.Priority != Priority.P1)
        {
            return;
        }

        var line = new Line(key).With("ticket", ticket.Id).With("subject", ticket.Subject).With("name", by.Name);
        foreach (var lead in (await members.WithRoleAsync(ticket.Queue, QueueRole.Lead, stop)).Where(lead => !by.Is(lead)))
        {
            await outbox.TellAsync(
                new Outgoing(Destination.To(lead), line) { Notice = new Notice(NotificationKind.Urgent, ToldAs.Lead) }, entry: null, stop);
        }
    }

    // What was said since it was last there; the description stands on the card.
    private static IEnumerable<TimelineEntry> Unseen(IReadOnlyList<TimelineEntry> history, QueueId queue)
    {
        var left = history.LastOrDefault(entry => entry.Act is Act.MoveQueue && entry.Changes.Any(change => change.From == queue.Value))?.Sequence ?? 1;
        return Corrections.Standing(history)
            .Where(entry => entry.Sequence > left && (entry.IsPublic || entry.Act is Act.Note) && (entry.Text is not null || entry.Files.Count > 0))
            .TakeLast(MostSaid);
    }
}
