using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>The words the requester will read.</summary>
public sealed record ReplyToTicketCommand(TicketId Ticket, string Text)
{
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];

    /// <summary>Typed in the ticket's thread, where everybody can see it already.</summary>
    public bool IsInThread { get; init; }
}

/// <summary>An agent answers the requester.</summary>
public sealed class ReplyToTicket(TicketDesk desk, UndoWindow undo)
{
    public async Task<Outcome<Ticket>> RunAsync(ReplyToTicketCommand command, Actor actor, CancellationToken stop)
    {
        var outcome = await desk.ActAsync(
            command.Ticket, actor, ticket => ticket.Reply(actor, desk.Now, command.Text, command.Files), stop, new ActContext(command.IsInThread));
        if (outcome.Succeeded)
        {
            undo.Open(outcome.Value);
        }

        return outcome;
    }
}
