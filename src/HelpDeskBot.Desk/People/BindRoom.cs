using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>The conversation of a channel that becomes a queue's agent channel; the bot has been spoken to there.</summary>
public sealed record BindRoomCommand(string Channel, string Conversation, QueueId Queue);

/// <summary>
/// Makes a conversation the agent channel of a queue, in the place of the one before. The cards of its open tickets are drawn there; those in the
/// old one stay as they are and are kept current.
/// </summary>
public sealed class BindRoom(HelpDeskDb db, DeskSettingsStore settings, OutboxWriter outbox, BusinessClock clock)
{
    private const int MostCards = 100;

    /// <summary>The queue's settings. Only its leads and admins choose its room.</summary>
    public async Task<Outcome<QueueSettings>> RunAsync(BindRoomCommand command, Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin && !actor.IsLeadOf(command.Queue))
        {
            return new Refusal("room.not_allowed");
        }

        if (settings.Current.Queues.FirstOrDefault(known => known.Id == command.Queue) is not { } queue)
        {
            return new Refusal("room.no_queue");
        }

        var row = await db.Conversations.AsTracking().SingleOrDefaultAsync(row => row.Channel == command.Channel && row.Id == command.Conversation, stop);
        if (row is null or { Person: not null })
        {
            return new Refusal("room.not_here");
        }

        if (row.Queue == command.Queue && row.BoundAt is not null)
        {
            return new Refusal("room.bound_already").With("queue", queue.Name);
        }

        (row.Queue, row.BoundAt) = (command.Queue, clock.Now);
        await DrawOpenAsync(command.Queue, stop);
        return queue;
    }

    private async Task DrawOpenAsync(QueueId queue, CancellationToken stop)
    {
        var open = await db.Tickets
            .Where(ticket => ticket.Queue == queue && ticket.Status != Status.Resolved && ticket.Status != Status.Closed && ticket.Status != Status.Withdrawn)
            .OrderByDescending(ticket => ticket.Id)
            .Select(ticket => ticket.Id)
            .Take(MostCards)
            .ToListAsync(stop);
        foreach (var ticket in Enumerable.Reverse(open))
        {
            outbox.Say(Destination.Room(queue), new TicketCard(ticket, TicketCards.Agent));
        }
    }
}
