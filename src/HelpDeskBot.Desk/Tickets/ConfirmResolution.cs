using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket; <paramref name="StatusVersion"/> is what the requester was looking at.</summary>
public sealed record ConfirmResolutionCommand(TicketId Ticket, int? StatusVersion = null);

/// <summary>The requester says that it is fixed; the ticket closes.</summary>
public sealed class ConfirmResolution(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(ConfirmResolutionCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.Confirm(actor, desk.Now, command.StatusVersion), stop);
}
