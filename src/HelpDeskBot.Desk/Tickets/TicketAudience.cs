using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Tells how to reach those whom a ticket concerns, where a channel has to name them.</summary>
public sealed class TicketAudience(HelpDeskDb db, QueueMembers members)
{
    private readonly Dictionary<QueueId, IReadOnlyList<Actor>> _agents = [];

    /// <summary>
    /// What the channel keeps of the direct chats of those who wait for the ticket and of the agents of its queue, in this order; who has no chat there
    /// is left out.
    /// </summary>
    public async Task<IReadOnlyList<string>> ReferencesAsync(TicketId id, string channel, CancellationToken stop)
    {
        var ticket = await db.Tickets.AsNoTracking().SingleAsync(ticket => ticket.Id == id, stop);
        List<PersonId?> people = [ticket.Requester, ticket.Author, .. ticket.Followers, .. (await AgentsAsync(ticket.Queue, stop)).Select(agent => agent.Person)];
        var chats = await db.Conversations.AsNoTracking()
            .Where(row => row.Channel == channel && row.Reference != null && people.Contains(row.Person))
            .ToListAsync(stop);
        return [.. chats.OrderBy(row => people.IndexOf(row.Person)).Select(row => row.Reference!)];
    }

    private async Task<IReadOnlyList<Actor>> AgentsAsync(QueueId queue, CancellationToken stop) =>
        _agents.TryGetValue(queue, out var known) ? known : _agents[queue] = await members.AgentsAsync(queue, stop);
}
