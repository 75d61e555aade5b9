using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket; <paramref name="StatusVersion"/> is what the requester was looking at.</summary>
public sealed record WithdrawTicketCommand(TicketId Ticket, int? StatusVersion = null);

/// <summary>The requester takes a ticket back.</summary>
public sealed class WithdrawTicket(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(WithdrawTicketCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.Withdraw(actor, desk.Now, command.StatusVersion), stop);
}
