using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which entry.</summary>
public sealed record DeleteMessageCommand(TicketId Ticket, int Entry);

/// <summary>Somebody takes an earlier message of theirs back: every copy goes, the timeline keeps that its writer withdrew it.</summary>
public sealed class DeleteMessage(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(DeleteMessageCommand command, Actor actor, CancellationToken stop) => desk.CorrectAsync(
        command.Ticket, actor, (ticket, history) => ticket.DeleteMessage(actor, desk.Now, history, command.Entry), stop);
}
