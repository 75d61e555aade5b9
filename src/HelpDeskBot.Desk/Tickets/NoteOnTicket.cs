using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>The words only agents will read.</summary>
public sealed record NoteOnTicketCommand(TicketId Ticket, string Text)
{
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];

    /// <summary>Typed in the ticket's thread, where everybody can see it already.</summary>
    public bool IsInThread { get; init; }
}

/// <summary>An agent writes what only agents read.</summary>
public sealed class NoteOnTicket(TicketDesk desk, Mentions mentions)
{
    public async Task<Outcome<Ticket>> RunAsync(NoteOnTicketCommand command, Actor actor, CancellationToken stop)
    {
        var outcome = await desk.ActAsync(
            command.Ticket, actor, ticket => ticket.Note(actor, desk.Now, command.Text, command.Files), stop, new ActContext(command.IsInThread));
        if (outcome.Succeeded)
        {
            await mentions.StageAsync(outcome.Value, command.Text, actor, stop);
        }

        return outcome;
    }
}
