using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>Who may read a ticket: nobody but these.</summary>
public static class TicketAccess
{
    /// <summary>
    /// The requester and the author read their own, followers what they follow; agents read their queues' and, unless they are private, the others'.
    /// </summary>
    public static bool CanRead(Ticket ticket, Actor actor) =>
        actor.IsSystem || ticket.Concerns(actor) || ticket.IsFollowedBy(actor) || ReadsQueue(actor, ticket.Queue);

    /// <summary>Whether this actor reads the tickets of a queue without being asked for them.</summary>
    public static bool ReadsQueue(Actor actor, QueueId queue) => actor.IsAgentOf(queue) || actor.OpenQueues.Contains(queue);

    /// <summary>Whether this actor reads what agents write to each other on this ticket.</summary>
    public static bool ReadsNotes(Ticket ticket, Actor actor) => actor.IsSystem || ReadsQueue(actor, ticket.Queue);
}
