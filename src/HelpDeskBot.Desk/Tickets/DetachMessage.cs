using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Somebody's message, by where it stands.</summary>
public sealed record DetachMessageCommand(string Conversation, string Activity);

/// <summary>Takes a message off the ticket to which it was added by mistake, as if it had never been said there.</summary>
public sealed class DetachMessage(HelpDeskDb db, TicketDesk desk)
{
    /// <summary>The files that came with it, which are on no ticket any more; none if it was on none.</summary>
    public async Task<IReadOnlyList<AttachmentId>> RunAsync(DetachMessageCommand command, Actor actor, CancellationToken stop)
    {
        var said = await db.SaidMessages.AsTracking()
            .SingleOrDefaultAsync(row => row.Conversation == command.Conversation && row.Activity == command.Activity, stop);
        if (said is null)
        {
            return [];
        }

        IReadOnlyList<AttachmentId> files = [];
        var outcome = await desk.CorrectAsync(
            said.Ticket,
            actor,
            (ticket, history) =>
            {
                files = history.FirstOrDefault(entry => entry.Sequence == said.Entry)?.Files ?? [];
                return ticket.DeleteMessage(actor, desk.Now, history, said.Entry);
            },
            stop);
        if (!outcome.Succeeded)
        {
            return [];
        }

        db.SaidMessages.Remove(said);
        return files;
    }
}
