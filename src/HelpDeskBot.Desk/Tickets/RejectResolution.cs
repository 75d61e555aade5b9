using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>What is still wrong, if they say; <paramref name="StatusVersion"/> is what the requester was looking at.</summary>
public sealed record RejectResolutionCommand(TicketId Ticket, string? Text = null, int? StatusVersion = null)
{
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];
}

/// <summary>The requester says that it is not fixed yet; the ticket goes back to its owner.</summary>
public sealed class RejectResolution(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(RejectResolutionCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.NotYet(actor, desk.Now, command.Text, command.Files, command.StatusVersion), stop);
}
