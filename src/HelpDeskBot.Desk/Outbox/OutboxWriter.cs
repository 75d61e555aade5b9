using System.Text.Json;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Stages what is to be said together with the change that causes it.</summary>
public sealed class OutboxWriter(HelpDeskDb db, BusinessClock clock, Node node, TimeProvider technical)
{
    /// <summary>Stages a message; <paramref name="entry"/> is the timeline entry it says, if it says one.</summary>
    public void Say(Destination to, Message what, TimelineEntry? entry = null) =>
        Add(to, what, entry?.Ticket ?? TicketOf(what), entry?.Sequence, isReminder: false);

    /// <summary>
    /// Stages something the clock says; counted, so that a place is not reminded too often. Who asked not to be reminded is not, unless it
    /// <paramref name="mustCome"/>.
    /// </summary>
    internal async Task RemindAsync(Destination to, Line line, TicketId ticket, bool mustCome, CancellationToken stop)
    {
        if (mustCome || to.Person is not { } person || !await db.People.AnyAsync(known => known.Id == person && known.HasRemindersOff, stop))
        {
            Add(to, line, ticket, entry: null, isReminder: true);
        }
    }

    /// <summary>Stages a correction that leaves at a time, in a lane of its own: nothing waits behind it.</summary>
    internal void Later(string lane, Destination to, RedrawCopies what, Instant at) =>
        db.Outbox.Add(RowOf(to, what, what.Ticket, entry: null, lane, at));

    /// <summary>Stages what was said in an entry for one more reader; corrections of the entry reach it too.</summary>
    internal void Quote(Destination to, TicketId ticket, int entry) => Add(to, new Quote(ticket, entry), ticket, entry, isReminder: false);

    private static TicketId? TicketOf(Message what) => what switch
    {
        TicketCard card => card.Ticket,
        Refresh refresh => refresh.Ticket,
        RedrawCopies copies => copies.Ticket,
        RemoveCopies copies => copies.Ticket,
        _ => null,
    };

    private void Add(Destination to, Message what, TicketId? ticket, int? entry, bool isReminder) =>
        db.Outbox.Add(RowOf(to, what, ticket, entry, to.Lane, notBefore: null, isReminder));

    private OutboxRow RowOf(
        Destination to, Message what, TicketId? ticket, int? entry, string lane, Instant? notBefore, bool isReminder = false) => new()
        {
            Key = Guid.CreateVersion7(technical.GetUtcNow()).ToString("N"),
            Lane = lane,
            Kind = KindOf(what),
            Body = JsonSerializer.Serialize(new Outgoing(to, what), StoredJson.Options),
            Ticket = ticket,
            Entry = entry,
            IsReminder = isReminder,
            CreatedAt = clock.Now,
            NotBefore = notBefore,
            LeasedBy = node.Name,
            LeaseUntil = technical.Now() + Node.Lease,
        };

    private static OutboxKind KindOf(Message what) => what switch
    {
        Refresh => OutboxKind.Refresh,
        RedrawCopies or RemoveCopies => OutboxKind.Correction,
        _ => OutboxKind.Message,
    };
}
