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
        var (conversation, reader) = await readers.FirstAsync(ConversationsOf(to), locale: null, stop)
            ?? throw new UndeliverableException($"Nobody has opened {to.Lane}");
        var root = to.Thread is { } ticket ? await RootOfAsync(ticket, to.Lane, conversation.Id, stop) : null;
        return (PlaceOf(conversation) with { ThreadRoot = root }, reader);
    }

    public Task<(Place Place, Reader Reader)> OfAsync(PlacementRow placement, CancellationToken stop) => OfAsync(placement.Conversation, stop);

    public async Task<(Place Place, Reader Reader)> OfAsync(string id, CancellationToken stop)
    {
        var (conversation, reader) = (await readers.FirstAsync(db.Conversations.Where(row => row.Id == id), locale: null, stop))!.Value;
        return (PlaceOf(conversation), reader);
    }

    /// <summary>Stages that a conversation was opened and has its id now.</summary>
    public async Task MoveAsync(Place from, Place to, CancellationToken stop)
    {
        var row = await db.Conversations.AsTracking().SingleAsync(row => row.Channel == from.Channel && row.Id == from.Conversation, stop);
        db.Conversations.Remove(row);
        if (!await db.Conversations.AnyAsync(known => known.Channel == to.Channel && known.Id == to.Conversation, stop))
        {
            db.Conversations.Add(new ConversationRow
            {
                Channel = to.Channel,
                Id = to.Conversation,
                Person = row.Person,
                Queue = row.Queue,
                Locale = row.Locale,
                Reference = to.Reference,
                BoundAt = row.BoundAt,
                SeenAt = row.SeenAt,
            });
        }
    }

    private static Place PlaceOf(ConversationRow row) => new(row.Channel, row.Id) { Reference = row.Reference };

    // The best comes first.
    private IQueryable<ConversationRow> ConversationsOf(Destination to)
    {
        var conversations = to switch
        {
            { Person: { } person } => db.Conversations.Where(row => row.Person == person),
            { Queue: { } queue } => db.Conversations.Where(row => row.Queue == queue),
            _ => db.Conversations.Where(row => row.Channel == to.Channel && row.Id == to.Conversation),
        };
        return conversations.OrderByDescending(row => row.BoundAt != null).ThenByDescending(row => row.BoundAt).ThenByDescending(row => row.SeenAt);
    }

    private async Task<string?> RootOfAsync(TicketId ticket, string lane, string conversation, CancellationToken stop) => await db.Placements
        .Where(placement => placement.Ticket == ticket && placement.Lane == lane && placement.Conversation == conversation && placement.Card == TicketCards.Agent)
        .OrderBy(placement => placement.Id)
        .Select(placement => placement.Activity)
        .FirstOrDefaultAsync(stop);
}
