using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>Who may read a ticket: nobody but these.</summary>
public static class TicketAccess
{
    /// <summary>The requester and the author read their own; agents read every queue's.</summary>
    public static bool CanRead(Ticket ticket, Actor actor) => actor.IsSystem || ticket.Concerns(actor) || ReadsQueue(actor, ticket.Queue);

    /// <summary>Whether this actor reads the tickets of a queue without being asked for them.</summary>
    public static bool ReadsQueue(Actor actor, QueueId queue) => actor.IsAgentOf(queue) || actor.IsAgentSomewhere;

    /// <summary>Whether this actor reads what agents write to each other.</summary>
    public static bool ReadsNotes(Actor actor) => actor.IsSystem || actor.IsAgentSomewhere;
}
