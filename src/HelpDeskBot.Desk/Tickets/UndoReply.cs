using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which reply.</summary>
public sealed record UndoReplyCommand(TicketId Ticket, int Entry);

/// <summary>An agent takes a reply back within a minute: every copy of it goes, the timeline keeps that it was taken back.</summary>
public sealed class UndoReply(TicketDesk desk, UndoWindow window)
{
    public async Task<Outcome<Ticket>> RunAsync(UndoReplyCommand command, Actor actor, CancellationToken stop)
    {
        var isInTime = await window.IsOpenAsync(command.Ticket, command.Entry, stop);
        return await desk.CorrectAsync(
            command.Ticket, actor, (ticket, history) => ticket.RetractReply(actor, desk.Now, history, command.Entry, isInTime), stop);
    }
}
