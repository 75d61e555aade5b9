using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Finds the ticket that a message belongs to.</summary>
public sealed class FindConversationTickets(HelpDeskDb db, BusinessClock clock)
{
    private static readonly Duration Recently = Duration.FromHours(24);
    private static readonly Duration PictureTime = Duration.FromMinutes(10);
    private static readonly Act[] Writing = [Act.Reply, Act.AskRequester, Act.Resolve];

    /// <summary>The ticket whose card or message this is, in this conversation; null if it is none's.</summary>
    public async Task<TicketId?> OfMessageAsync(string conversation, string activity, CancellationToken stop)
    {
        var placed = await db.Placements
            .Where(row => row.Conversation == conversation && row.Activity == activity)
            .Select(row => (TicketId?)row.Ticket)
            .FirstOrDefaultAsync(stop);
        return placed ?? await db.MessageCopies
            .Where(row => row.Conversation == conversation && row.Activity == activity)
            .Select(row => row.Ticket)
            .FirstOrDefaultAsync(stop);
    }

    /// <summary>Keeps that a person's message became the last entry of this ticket, so that its corrections go there too.</summary>
    public async Task KeepAsync(string conversation, string activity, Ticket ticket, CancellationToken stop)
    {
        if (await db.SaidMessages.AsTracking().SingleOrDefaultAsync(row => row.Conversation == conversation && row.Activity == activity, stop) is { } row)
        {
            (row.Ticket, row.Entry) = (ticket.Id, ticket.Version);
            return;
        }

        db.SaidMessages.Add(new SaidMessageRow { Conversation = conversation, Activity = activity, Ticket = ticket.Id, Entry = ticket.Version });
    }

    /// <summary>The entry that a person's message became; null if it became none.</summary>
    public async Task<(TicketId Ticket, int Entry)?> EntryOfAsync(string conversation, string activity, CancellationToken stop) =>
        await db.SaidMessages.SingleOrDefaultAsync(row => row.Conversation == conversation && row.Activity == activity, stop) is { } row
            ? (row.Ticket, row.Entry)
            : null;

    /// <summary>Which of a ticket's cards this message is; null if it is none.</summary>
    public Task<string?> CardOfAsync(string conversation, string activity, CancellationToken stop) => db.Placements
        .Where(row => row.Conversation == conversation && row.Activity == activity)
        .Select(row => row.Card)
        .FirstOrDefaultAsync(stop);

    /// <summary>The ticket this person filed within the last ten minutes, for pictures that follow.</summary>
    public async Task<TicketId?> JustFiledAsync(Actor actor, CancellationToken stop)
    {
        var since = clock.Now - PictureTime;
        return await db.Tickets
            .Where(ticket => (ticket.Requester == actor.Person || ticket.Author == actor.Person) && ticket.FiledAt >= since
                && ((ticket.Status != Status.Closed && ticket.Status != Status.Withdrawn) || ticket.MergedInto != null))
            .OrderByDescending(ticket => ticket.Id)
            .Select(ticket => (TicketId?)ticket.Id)
            .FirstOrDefaultAsync(stop);
    }

    /// <summary>
    /// The tickets this person asked for, or filed, that wait for an answer, on which an agent wrote within 24 hours, or which were closed within them
    /// because nobody answered.
    /// </summary>
    public async Task<IReadOnlyList<Ticket>> ExpectingAsync(Actor actor, CancellationToken stop)
    {
        var since = clock.Now - Recently;
        var theirs = db.Tickets.AsNoTracking().Where(ticket => ticket.Requester == actor.Person || ticket.Author == actor.Person);
        var closed = theirs.Where(ticket => ticket.Status == Status.Closed && ticket.ClosedAt >= since
            && db.Timeline.Any(entry => entry.Ticket == ticket.Id && entry.Act == Act.CloseBySilence && entry.At == ticket.ClosedAt));
        var open = theirs
            .Where(ticket => ticket.Status != Status.Closed && ticket.Status != Status.Withdrawn
                && (ticket.Status == Status.Waiting || db.Timeline.Any(
                    entry => entry.Ticket == ticket.Id && entry.At >= since && Writing.Contains(entry.Act) && entry.By != actor.Person
                        && !db.Timeline.Any(later => later.Ticket == ticket.Id && later.About == entry.Sequence && later.Act == Act.RetractReply))));
        return await open.Concat(closed)
            .OrderByDescending(ticket => ticket.Id)
            .Take(5)
            .ToListAsync(stop);
    }
}
