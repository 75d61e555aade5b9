using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>A conversation where something is expected to be said.</summary>
/// <param name="Cards">The messages in it that show open tickets, by the channel's ids.</param>
public sealed record WatchedConversation(string Id, IReadOnlyList<string> Cards);

/// <summary>
/// Lists where a channel should look for what it was not told: the direct chats of people with an open ticket or a report half done, and wherever
/// an open ticket's card stands.
/// </summary>
public sealed class WatchedConversations(HelpDeskDb db)
{
    private const int Most = 2_000;

    public async Task<IReadOnlyList<WatchedConversation>> RunAsync(string channel, CancellationToken stop)
    {
        var open = db.Tickets.Where(ticket => ticket.Status != Status.Closed && ticket.Status != Status.Withdrawn);
        var chats = await db.Conversations
            .Where(row => row.Channel == channel && row.Person != null)
            .Where(row => open.Any(ticket => ticket.Requester == row.Person) || db.Drafts.Any(draft => draft.Person == row.Person))
            .Select(row => row.Id)
            .Take(Most)
            .ToListAsync(stop);
        var cards = await (
            from placement in db.Placements
            where placement.Card == TicketCards.Agent || placement.Card == TicketCards.Requester
            join ticket in open on placement.Ticket equals ticket.Id
            where db.Conversations.Any(row => row.Channel == channel && row.Id == placement.Conversation)
            orderby ticket.Id descending
            select new { placement.Conversation, placement.Activity }).Take(Most).ToListAsync(stop);
        var cardsOf = cards.ToLookup(card => card.Conversation, card => card.Activity);
        return [.. chats.Union(cardsOf.Select(group => group.Key)).Select(conversation => new WatchedConversation(conversation, [.. cardsOf[conversation]]))];
    }
}
