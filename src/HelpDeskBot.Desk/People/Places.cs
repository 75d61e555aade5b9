using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>Finds where a destination is now, and who reads there.</summary>
internal sealed class Places(HelpDeskDb db, ConversationReader readers)
{
    public async Task<(Place Place, Reader Reader)> FindAsync(Destination to, CancellationToken stop)
    {
        var conversation = await ConversationOfAsync(to, stop)
            ?? throw new UndeliverableException($"Nobody has opened {to.Lane}");
        var place = new Place(conversation.Channel, conversation.Id)
        {
            ThreadRoot = to.Thread is { } ticket ? await RootOfAsync(ticket, to.Lane, stop) : null,
        };
        return (place, await readers.OfAsync(conversation, stop));
    }

    public Task<(Place Place, Reader Reader)> OfAsync(PlacementRow placement, CancellationToken stop) => OfAsync(placement.Conversation, stop);

    public async Task<(Place Place, Reader Reader)> OfAsync(string id, CancellationToken stop)
    {
        var conversation = await db.Conversations.SingleAsync(row => row.Id == id, stop);
        return (new Place(conversation.Channel, conversation.Id), await readers.OfAsync(conversation, stop));
    }

    private Task<ConversationRow?> ConversationOfAsync(Destination to, CancellationToken stop)
    {
        var conversations = to.Person is { } person
            ? db.Conversations.Where(row => row.Person == person)
            : db.Conversations.Where(row => row.Queue == to.Queue);
        return conversations.OrderByDescending(row => row.SeenAt).FirstOrDefaultAsync(stop);
    }

    private async Task<string?> RootOfAsync(TicketId ticket, string lane, CancellationToken stop) => await db.Placements
        .Where(placement => placement.Ticket == ticket && placement.Lane == lane && placement.Card == TicketCards.Agent)
        .OrderBy(placement => placement.Id)
        .Select(placement => placement.Activity)
        .FirstOrDefaultAsync(stop);
}
