using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket.</summary>
public sealed record AskForTicketCommand(TicketId Ticket);

/// <summary>An agent asks the owner to hand a ticket over.</summary>
public sealed class AskForTicket(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(AskForTicketCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.AskHandOver(actor, desk.Now), stop);
}
