using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Domain.Knowledge;

/// <summary>Who may read which article, and who looks after them all. Everybody else may not.</summary>
public static class KnowledgeAccess
{
    /// <summary>Leads and admins write articles, and see what is missing.</summary>
    public static bool Edits(Actor actor) => actor.IsAdmin || actor.LeadsSomewhere;

    /// <summary>Agents draft an article from a ticket of their own queues, leads and admins from every ticket that they read.</summary>
    public static bool MayDraftFrom(Ticket ticket, Actor actor) =>
        actor.IsAgentOf(ticket.Queue) || (Edits(actor) && TicketAccess.ReadsQueue(actor, ticket.Queue));

    /// <summary>Whether this reader is among those an article is for. Who edits them reads all; <c>null</c> is somebody who did not say who they are.</summary>
    public static bool MayRead(Article article, Actor? reader) =>
        article.Audience.Contains(Audience.Everyone) || (reader is not null && (reader.IsSystem || Edits(reader) || article.Audience.Any(reader.Groups.Contains)));
}
