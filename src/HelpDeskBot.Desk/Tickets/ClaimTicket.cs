using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket.</summary>
public sealed record ClaimTicketCommand(TicketId Ticket);

/// <summary>An agent takes a ticket. Of many who press at once, one wins: the others are decided again and told who did.</summary>
public sealed class ClaimTicket(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(ClaimTicketCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.Claim(actor, desk.Now), stop);
}
