using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket.</summary>
public sealed record CloseNotARequestCommand(TicketId Ticket);

/// <summary>Closes what was no request at all.</summary>
public sealed class CloseNotARequest(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(CloseNotARequestCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.NotARequest(actor, desk.Now), stop);
}
