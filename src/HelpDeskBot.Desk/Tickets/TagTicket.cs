using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which tags to add and which to take off, as they were typed.</summary>
public sealed record TagTicketCommand(TicketId Ticket, string Add, string Remove);

/// <summary>Tags a ticket for the agents.</summary>
public sealed class TagTicket(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(TagTicketCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.Tag(actor, desk.Now, command.Add, command.Remove), stop);
}
