using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Sends the rows of one batch: finds the place, renders for who reads there, hands over, and marks the row.</summary>
internal sealed class Sender(
    HelpDeskDb db, Places places, Drawing drawing, Copies copies, IReadOnlyList<OutboxRow> batch)
{
    private static readonly Duration LookedBack = Duration.FromMinutes(2);

    private readonly Rendering _rendering = drawing.Rendering;

    public async Task SendAsync(OutboxRow row, CancellationToken stop)
    {
        var (to, what) = JsonSerializer.Deserialize<Outgoing>(row.Body, StoredJson.Options)!;
        switch (what)
        {
            case Refresh refresh:
                await RefreshAsync(refresh, row.Lane, stop);
                break;
            case Redraw redraw:
                await RedrawAsync(row, to, redraw, stop);
                break;
            case RedrawCopies said:
                MarkSent(row);
                await copies.RedrawAsync(said.Ticket, said.Entry, to.Lane, stop);
                break;
            case RemoveCopies said:
                MarkSent(row);
                await copies.RemoveAsync(said.Ticket, said.Entry, to.Lane, stop);
                break;
            default:
                await CreateAsync(row, to, what, stop);
                break;
        }

        await db.SaveChangesAsync(stop);
    }

    private async Task CreateAsync(OutboxRow row, Destination to, Message what, CancellationToken stop)
    {
        var (place, reader) = await places.FindAsync(to, stop);
        if (await drawing.DrawAsync(to, what, reader, stop) is not var (content, version))
        {
            MarkSent(row); // taken back before it was said
            return;
        }

        var channel = _rendering.ChannelOf(place);
        if (channel.IdOf(row.Key) is { } known)
        {
            StageSent(row, what, place, known, content, version);
            await channel.CreateAsync(place, content, row.Key, stop);
            return;
        }

        var there = await OpenAsync(channel, place, stop);
        StageSent(row, what, there, await ShowAsync(row, there, content, reader, stop), content, version);
    }

    // Shown at most twice, and the second time only if the platform cannot tell whether there was a first.
    private async Task<string> ShowAsync(OutboxRow row, Place place, Content content, Reader reader, CancellationToken stop)
    {
        var channel = _rendering.ChannelOf(place);
        if (row.IsUnknown)
        {
            var earlier = await channel.FindAsync(place, row.Key, row.CreatedAt - LookedBack, stop);
            if (earlier.Activity is { } shown)
            {
                return shown;
            }

            if (!earlier.IsKnown)
            {
                row.WasRepeated = !row.WasRepeated ? true : throw new UndeliverableException("Nobody knows whether it was shown");
                content = _rendering.Renderer.Repeated(content, reader);
            }
        }

        row.IsUnknown = true;
        await db.SaveChangesAsync(stop);
        return await channel.CreateAsync(place, content, row.Key, stop);
    }

    private async Task<Place> OpenAsync(IChannel channel, Place place, CancellationToken stop)
    {
        var there = await channel.OpenAsync(place, stop);
        if (there.Conversation != place.Conversation)
        {
            await places.MoveAsync(place, there, stop);
            await db.SaveChangesAsync(stop);
        }

        return there;
    }

    private void StageSent(OutboxRow row, Message what, Place place, string activity, Content content, int version)
    {
        db.MessageCopies.Add(new MessageCopyRow
        {
            OutboxKey = row.Key,
            Conversation = place.Conversation,
            Activity = activity,
            Ticket = row.Ticket,
            Entry = row.Entry,
            At = _rendering.Now,
        });
        if (what is TicketCard card)
        {
            Keep(card, row.Lane, place, activity, content, version);
        }

        MarkSent(row);
    }

    private async Task RedrawAsync(OutboxRow row, Destination to, Redraw redraw, CancellationToken stop)
    {
        var (place, reader) = await places.FindAsync(to, stop);
        MarkSent(row);
        try
        {
            await _rendering.ChannelOf(place).UpdateAsync(place, redraw.Activity, _rendering.Renderer.Card(redraw.Card, reader), stop);
        }
        catch (GoneException)
        {
            // Nobody can press it any more.
        }
    }

    private void Keep(TicketCard card, string lane, Place place, string activity, Content content, int version) =>
        db.Placements.Add(new PlacementRow
        {
            Id = Guid.CreateVersion7(_rendering.Technical.GetUtcNow()),
            Ticket = card.Ticket,
            Card = card.Card,
            Lane = lane,
            Conversation = place.Conversation,
            Activity = activity,
            Shown = DigestOf(content),
            DrawnVersion = version,
        });

    private async Task RefreshAsync(Refresh refresh, string lane, CancellationToken stop)
    {
        // Everything this lane has to draw again for the ticket is drawn once, from what is stored now.
        var covered = batch.Where(row => row.Kind == OutboxKind.Refresh && row.State == OutboxState.Pending && row.Ticket == refresh.Ticket);
        var placements = await db.Placements.AsTracking()
            .Where(placement => placement.Ticket == refresh.Ticket && placement.Lane == lane)
            .ToListAsync(stop);
        if (placements.Count > 0)
        {
            var view = await drawing.ViewAsync(refresh.Ticket, stop);
            foreach (var placement in placements.SkipLast(1))
            {
                await DrawAsync(placement, view, stop);
            }

            // Staged before, so that a channel whose messages stand in this database commits it with the last of them.
            MarkSent(covered);
            await DrawAsync(placements[^1], view, stop);
        }
        else
        {
            MarkSent(covered);
        }
    }

    private async Task DrawAsync(PlacementRow placement, TicketView view, CancellationToken stop)
    {
        var (place, reader) = await places.OfAsync(placement, stop);
        var content = await drawing.CardAsync(Destination.OfLane(placement.Lane), view, placement.Card, reader, stop);
        var digest = DigestOf(content);
        if (digest == placement.Shown)
        {
            return;
        }

        placement.Shown = digest;
        placement.DrawnVersion = view.Ticket.Version;
        try
        {
            await _rendering.ChannelOf(place).UpdateAsync(place, placement.Activity, content, stop);
        }
        catch (GoneException)
        {
            copies.Forget(placement, view);
        }
    }

    private void MarkSent(IEnumerable<OutboxRow> rows)
    {
        foreach (var row in rows.ToList())
        {
            MarkSent(row);
        }
    }

    private void MarkSent(OutboxRow row)
    {
        row.State = OutboxState.Sent;
        row.SentAt = _rendering.Now;
        row.Fence++;
    }

    private static string DigestOf(Content content) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(content.Card?.ToJsonString() ?? content.Text)));
}
