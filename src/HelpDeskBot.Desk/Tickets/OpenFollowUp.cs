using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>The ended ticket, and what is wrong again.</summary>
public sealed record OpenFollowUpCommand(TicketId Ticket, string Text)
{
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];
}

/// <summary>Files a new ticket about the problem of one that ended too long ago to be reopened; both say so.</summary>
public sealed class OpenFollowUp(TicketDesk desk, Numbers numbers, TicketArrival arrival)
{
    public async Task<Outcome<Ticket>> RunAsync(OpenFollowUpCommand command, Actor actor, CancellationToken stop)
    {
        var id = new TicketId(await numbers.NextAsync(NumberRow.Ticket, stop));
        var older = await desk.ActAsync(command.Ticket, actor, known => known.FollowUp(actor, desk.Now, id), stop);
        var filed = await desk.StageAsync(before: null, older.Then(known => Filing.File(id, Of(known, command), actor, desk.Now)), actor, default, stop);
        if (filed.Succeeded)
        {
            await arrival.TellLeadsAsync(filed.Value, actor, "announce.filed_gravest", stop);
        }

        return filed;
    }

    private static NewTicket Of(Ticket older, OpenFollowUpCommand command) => new(older.Requester, older.Queue, older.Subject, command.Text)
    {
        Type = older.Type,
        Category = older.Category,
        Impact = older.Impact,
        Urgency = older.Urgency,
        Files = command.Files,
        ComesFrom = new TicketLink(LinkKind.FollowUpOf, older.Id),
    };
}
