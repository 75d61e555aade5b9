using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Whom it affects and how badly, and why that is corrected.</summary>
public sealed record WeighTicketCommand(TicketId Ticket, Impact Impact, Urgency Urgency, string Reason = "");

/// <summary>Corrects impact and urgency; the priority and the clocks follow.</summary>
public sealed class WeighTicket(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(WeighTicketCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.Weigh(actor, desk.Now, command.Impact, command.Urgency, command.Reason), stop);
}
