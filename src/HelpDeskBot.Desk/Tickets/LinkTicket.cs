using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which two tickets, and what the first is to the second; null if they no longer have to do with each other.</summary>
public sealed record LinkTicketCommand(TicketId Ticket, TicketId Other, LinkKind? Kind);

/// <summary>Says on both tickets what they have to do with each other.</summary>
public sealed class LinkTicket(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(LinkTicketCommand command, Actor actor, CancellationToken stop) =>
        desk.ActOnBothAsync(
            (command.Ticket, command.Other),
            actor,
            (ticket, other) => ticket.Link(actor, desk.Now, other.Id, command.Kind).Then(
                one => other.Link(actor, desk.Now, ticket.Id, command.Kind?.Reverse()).Select(two => (one, two))),
            stop);
}
