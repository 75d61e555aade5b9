using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>
/// The one way to a stored ticket for somebody. Who may not read it is told the same as if it did not exist; at a private queue that is written
/// down, and an admin is asked for a reason.
/// </summary>
public sealed class TicketGate(TicketRecords records, DeskSettingsStore settings, AccessLog log)
{
    /// <summary>When whoever comes through acts.</summary>
    internal NodaTime.Instant Now => log.Now;

    /// <summary>The ticket if this actor may read it.</summary>
    public async Task<Outcome<Ticket>> FindAsync(TicketId id, Actor actor, CancellationToken stop)
    {
        var ticket = await records.FindAsync(id, stop);
        if (ticket is not null && TicketAccess.CanRead(ticket, actor))
        {
            return ticket;
        }

        if (ticket is null || !settings.Current.Queue(ticket.Queue).IsPrivate)
        {
            return new Refusal("ticket.not_found").With("ticket", id);
        }

        await log.RefusedAsync(ticket, actor, stop);
        return new Refusal(actor.IsAdmin ? "ticket.private" : "ticket.not_found").With("ticket", id);
    }
}
