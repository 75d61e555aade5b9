using System.Text.Json;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Reaches every copy of what was said: draws it again after an edit, takes it away after an undo.</summary>
internal sealed class Copies(HelpDeskDb db, Places places, Drawing drawing, OutboxWriter outbox)
{
    /// <summary>Draws the copies of a lane again, those that show the words themselves.</summary>
    public async Task RedrawAsync(TicketId ticket, int entry, string lane, CancellationToken stop)
    {
        if (!await drawing.IsSeenAsync(Destination.OfLane(lane), ticket, stop))
        {
            return; // the ticket went to a private queue; what was said here stays as it was
        }

        foreach (var (copy, sent) in await OfAsync(ticket, entry, lane, stop))
        {
            var (to, what) = JsonSerializer.Deserialize<Outgoing>(sent.Body, StoredJson.Options)!;
            var (place, reader) = await places.OfAsync(copy.Conversation, stop);
            if (what is Quote or Echo && await drawing.DrawAsync(to, what, reader, stop) is var (content, _))
            {
                await UpdateAsync(place, copy.Activity, content, stop);
            }
        }
    }

    /// <summary>Takes the copies of a lane away. What a crash interrupts is done again: to take away what is gone changes nothing.</summary>
    public async Task RemoveAsync(TicketId ticket, int entry, string lane, CancellationToken stop)
    {
        foreach (var (copy, _) in await OfAsync(ticket, entry, lane, stop))
        {
            var (place, _) = await places.OfAsync(copy.Conversation, stop);
            db.MessageCopies.Remove(copy);
            await drawing.Rendering.ChannelOf(place).DeleteAsync(place, copy.Activity, stop);
        }
    }

    /// <summary>Somebody deleted a ticket's card. Agents get a new one while there is something to do; others have what was said to them.</summary>
    public void Forget(PlacementRow placement, TicketView view)
    {
        db.Placements.Remove(placement);
        if (placement.Card == TicketCards.Agent && view.Ticket.Status is not (Status.Resolved or Status.Closed or Status.Withdrawn))
        {
            outbox.Say(Destination.OfLane(placement.Lane), new TicketCard(placement.Ticket, TicketCards.Agent));
        }
    }

    private async Task UpdateAsync(Place place, string activity, Content content, CancellationToken stop)
    {
        try
        {
            await drawing.Rendering.ChannelOf(place).UpdateAsync(place, activity, content, stop);
        }
        catch (GoneException)
        {
            // It says nothing wrong any more.
        }
    }

    private async Task<List<(MessageCopyRow Copy, OutboxRow Sent)>> OfAsync(TicketId ticket, int entry, string lane, CancellationToken stop)
    {
        var copies = await (
            from copy in db.MessageCopies.AsTracking()
            where copy.Ticket == ticket && copy.Entry == entry
            join sent in db.Outbox.AsNoTracking() on copy.OutboxKey equals sent.Key
            where sent.Lane == lane
            orderby sent.Id
            select new { copy, sent }).ToListAsync(stop);
        return [.. copies.Select(pair => (pair.copy, pair.sent))];
    }
}
