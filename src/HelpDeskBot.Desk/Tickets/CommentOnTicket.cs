using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>What the requester wrote or attached.</summary>
public sealed record CommentOnTicketCommand(TicketId Ticket, string Text)
{
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];

    /// <summary>It only says thanks, so it does not reopen.</summary>
    public bool IsClosing { get; init; }
}

/// <summary>The requester adds a message, details or files. What is written on a merged ticket goes to where it goes on.</summary>
public sealed class CommentOnTicket(TicketDesk desk, TicketRecords records)
{
    public async Task<Outcome<Ticket>> RunAsync(CommentOnTicketCommand command, Actor actor, CancellationToken stop) =>
        await records.FindAsync(command.Ticket, stop) is { MergedInto: not null } merged && TicketAccess.CanRead(merged, actor)
            ? await ThroughAsync(merged, command, actor, stop)
            : await desk.ActAsync(
                command.Ticket, actor, ticket => ticket.Comment(actor, desk.Now, command.Text, command.Files, command.IsClosing), stop);

    private async Task<Outcome<Ticket>> ThroughAsync(Ticket merged, CommentOnTicketCommand command, Actor actor, CancellationToken stop)
    {
        var into = await records.FollowAsync(merged, stop);
        var outcome = into.CommentThrough(merged, actor, desk.Now, command.Text, command.Files, command.IsClosing);
        return await desk.StageAsync(into, outcome, actor, default, stop);
    }
}
