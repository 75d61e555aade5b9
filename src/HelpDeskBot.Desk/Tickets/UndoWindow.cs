using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>
/// The minute in which a reply can be undone, by the technical clock. It ends with an outbox row that draws the reply's echo again, without
/// the button; as long as that row waits, the reply can be undone.
/// </summary>
public sealed class UndoWindow(HelpDeskDb db, OutboxWriter outbox, TimeProvider technical)
{
    private static readonly Duration Length = Duration.FromSeconds(60);

    /// <summary>Stages the window of a reply: the last entry of this ticket.</summary>
    internal void Open(Ticket ticket) => outbox.Later(
        LaneOf(ticket.Id, ticket.Version), Destination.Room(ticket.Queue), new RedrawCopies(ticket.Id, ticket.Version), technical.Now() + Length);

    internal async Task<bool> IsOpenAsync(TicketId ticket, int entry, CancellationToken stop)
    {
        var (lane, now) = (LaneOf(ticket, entry), technical.Now());
        return await db.Outbox.AnyAsync(row => row.Lane == lane && row.NotBefore > now && row.Attempts == 0, stop);
    }

    private static string LaneOf(TicketId ticket, int entry) => $"undo:{ticket}/{entry}";
}
