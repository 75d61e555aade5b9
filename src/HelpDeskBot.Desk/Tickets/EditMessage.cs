using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which entry, and what it says from now on.</summary>
public sealed record EditMessageCommand(TicketId Ticket, int Entry, string Text)
{
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];
}

/// <summary>Somebody writes an earlier message of theirs differently: every copy says the new words, the timeline keeps both.</summary>
public sealed class EditMessage(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(EditMessageCommand command, Actor actor, CancellationToken stop) => desk.CorrectAsync(
        command.Ticket,
        actor,
        (ticket, history) => ticket.EditMessage(actor, desk.Now, history, command.Entry, command.Text, command.Files),
        stop);
}
