using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket; <paramref name="StatusVersion"/> is what the agent was looking at.</summary>
public sealed record ReopenTicketCommand(TicketId Ticket, int? StatusVersion = null);

/// <summary>An agent takes a resolved ticket up again.</summary>
public sealed class ReopenTicket(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(ReopenTicketCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.Reopen(actor, desk.Now, command.StatusVersion), stop);
}
