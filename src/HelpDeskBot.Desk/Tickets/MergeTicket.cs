using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket ends, and in which it goes on.</summary>
public sealed record MergeTicketCommand(TicketId Ticket, TicketId Into);

/// <summary>Closes a ticket in favour of another; both say so, and later comments go there.</summary>
public sealed class MergeTicket(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(MergeTicketCommand command, Actor actor, CancellationToken stop) =>
        desk.ActOnBothAsync(
            (command.Ticket, command.Into),
            actor,
            (ticket, into) => ticket.Merge(actor, desk.Now, into).Then(
                merged => into.TakeIn(actor, desk.Now, ticket).Select(taken => (merged, taken))),
            stop);
}
