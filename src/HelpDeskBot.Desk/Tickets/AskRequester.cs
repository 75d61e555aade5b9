using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>The question.</summary>
public sealed record AskRequesterCommand(TicketId Ticket, string Text)
{
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];
}

/// <summary>An agent asks the requester; the clock pauses until the answer.</summary>
public sealed class AskRequester(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(AskRequesterCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.AskRequester(actor, desk.Now, command.Text, command.Files), stop);
}
