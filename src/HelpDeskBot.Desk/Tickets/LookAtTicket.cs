using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket of a private queue, and why.</summary>
public sealed record LookAtTicketCommand(Domain.Tickets.TicketId Ticket, string Reason);

/// <summary>Shows an admin a ticket of a private queue once. The reason is written down, and the queue is told.</summary>
public sealed class LookAtTicket(TicketRecords records, TicketViews views, AccessLog log, OutboxWriter outbox)
{
    /// <summary>The ticket, to be read only.</summary>
    public async Task<Outcome<TicketView>> RunAsync(LookAtTicketCommand command, Actor actor, CancellationToken stop)
    {
        if (!actor.IsAdmin)
        {
            return new Refusal("ticket.not_found").With("ticket", command.Ticket);
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Refusal("text.missing");
        }

        if (await records.FindAsync(command.Ticket, stop) is not { } ticket)
        {
            return new Refusal("ticket.not_found").With("ticket", command.Ticket);
        }

        log.Reads(ticket, actor, command.Reason.Trim());
        outbox.Say(
            Destination.ThreadOf(ticket),
            new Line("announce.looked").With("ticket", ticket.Id).With("name", actor.Name).With("reason", command.Reason.Trim()));
        return await views.LoadAsync(command.Ticket, stop) with { Sight = Sight.ReadOnly };
    }
}
