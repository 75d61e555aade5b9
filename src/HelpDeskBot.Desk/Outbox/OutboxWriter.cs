using System.Text.Json;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Stages what is to be said together with the change that causes it.</summary>
public sealed class OutboxWriter(HelpDeskDb db, BusinessClock clock, Node node, TimeProvider technical)
{
    /// <summary>Stages a message; <paramref name="entry"/> is the timeline entry it says, if it says one.</summary>
    public void Say(Destination to, Message what, TimelineEntry? entry = null) =>
        db.Outbox.Add(RowOf(new Outgoing(to, what), entry?.Ticket ?? TicketOf(what), entry?.Sequence, to.Lane));

    /// <summary>Stages the agents' card to be drawn again, since time or settings have changed what it says.</summary>
    internal void Redraw(Ticket ticket) => Say(Destination.Room(ticket.Queue), new Refresh(ticket.Id));

    /// <summary>Stages what somebody is told without having asked: at once, later or not at all, as they chose; false if not at all.</summary>
    internal Task<bool> TellAsync(Outgoing outgoing, TimelineEntry? entry, CancellationToken stop) =>
        TellAsync(outgoing, entry?.Ticket ?? TicketOf(outgoing.What), entry?.Sequence, isReminder: false, stop);

    /// <summary>The same for what the clock says; counted, so that a place is not reminded too often.</summary>
    internal Task RemindAsync(Outgoing outgoing, TicketId ticket, CancellationToken stop) =>
        TellAsync(outgoing, ticket, entry: null, isReminder: true, stop);

    /// <summary>The same for what was said in an entry; corrections of the entry reach this reader too.</summary>
    internal Task QuoteAsync(Destination to, TicketId ticket, int entry, Notice notice, CancellationToken stop) =>
        TellAsync(new Outgoing(to, new Quote(ticket, entry)) { Notice = notice }, ticket, entry, isReminder: false, stop);

    /// <summary>Stages a correction that leaves at a time, in a lane of its own: nothing waits behind it.</summary>
    internal void Later(string lane, Destination to, RedrawCopies what, Instant at) =>
        db.Outbox.Add(RowOf(new Outgoing(to, what), what.Ticket, entry: null, lane, at));

    private async Task<bool> TellAsync(Outgoing outgoing, TicketId? ticket, int? entry, bool isReminder, CancellationToken stop)
    {
        if (outgoing is not { Notice.Kind: var kind, To.Person: { } id })
        {
            db.Outbox.Add(RowOf(outgoing, ticket, entry, outgoing.To.Lane, isReminder: isReminder));
            return true;
        }

        var person = await db.People.AsNoTracking().SingleAsync(person => person.Id == id, stop);
        if (person.Notifications.PaceOf(kind) is Pace.Off)
        {
            return false;
        }

        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc;
        var held = person.Notifications.HeldUntil(kind, clock.Now, zone);
        db.Outbox.Add(RowOf(outgoing, ticket, entry, outgoing.To.Lane, held: held, isReminder: isReminder));
        return true;
    }

    private static TicketId? TicketOf(Message what) => what switch
    {
        TicketCard card => card.Ticket,
        Refresh refresh => refresh.Ticket,
        RedrawCopies copies => copies.Ticket,
        RemoveCopies copies => copies.Ticket,
        _ => null,
    };

    private OutboxRow RowOf(
        Outgoing outgoing, TicketId? ticket, int? entry, string lane, Instant? notBefore = null, Instant? held = null, bool isReminder = false) => new()
        {
            Key = Guid.CreateVersion7(technical.GetUtcNow()).ToString("N"),
            Lane = lane,
            Kind = KindOf(outgoing.What),
            Body = JsonSerializer.Serialize(outgoing, StoredJson.Options),
            State = held is null ? OutboxState.Pending : OutboxState.Held,
            HeldUntil = held,
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
