using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which items whoever ticks saw, which of them are done, and what comes to them, one item a line.</summary>
public sealed record TickChecklistCommand(TicketId Ticket, IReadOnlyCollection<int> Seen, IReadOnlyCollection<int> Done, string Add);

/// <summary>Keeps what is to be done on a ticket, and what of it is done.</summary>
public sealed class TickChecklist(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(TickChecklistCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.Check(actor, desk.Now, command.Seen, command.Done, command.Add), stop);
}
