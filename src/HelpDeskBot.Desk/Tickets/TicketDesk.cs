using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Schedule;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>
/// The one way a ticket changes: load, decide, and stage together the entry, the ticket, what people are told, the cards to draw
/// again and the clock's plan. The surrounding unit of work commits.
/// </summary>
public sealed class TicketDesk(HelpDeskDb db, TicketRecords records, TicketGate gate, OutboxWriter outbox, ReminderBook reminders)
{
    /// <summary>Most bytes of files on one ticket.</summary>
    private const long FilesLimit = 100L * 1024 * 1024;

    internal Instant Now => gate.Now;

    /// <summary>Decides one act on a stored ticket. Who may not read the ticket is told the same as if it did not exist.</summary>
    internal async Task<Outcome<Ticket>> ActAsync(
        TicketId id, Actor actor, Func<Ticket, Outcome<Decision>> decide, CancellationToken stop, ActContext context = default)
    {
        var found = await gate.FindAsync(id, actor, stop);
        var outcome = found.Then(decide);
        if (outcome.Succeeded && await TooManyFilesAsync(outcome.Value.Entry, stop) is { } full)
        {
            return full;
        }

        if (outcome.Succeeded)
        {
            await StageAsync(found.Value, outcome.Value, actor, context, stop);
        }

        return outcome.Select(decision => decision.Ticket);
    }

    /// <summary>Decides one act that changes two tickets: both change, or neither.</summary>
    internal async Task<Outcome<Ticket>> ActOnBothAsync(
        (TicketId One, TicketId Other) ids, Actor actor, Func<Ticket, Ticket, Outcome<(Decision One, Decision Other)>> decide, CancellationToken stop)
    {
        var one = await gate.FindAsync(ids.One, actor, stop);
        var other = await gate.FindAsync(ids.Other, actor, stop);
        var outcome = one.Then(first => other.Then(second => decide(first, second)));
        if (outcome.Succeeded)
        {
            await StageAsync(one.Value, outcome.Value.One, actor, default, stop);
            await StageAsync(other.Value, outcome.Value.Other, actor, default, stop);
        }

        return outcome.Select(decisions => decisions.One.Ticket);
    }

    /// <summary>Decides one act that depends on what was written before. Access is as for the other acts.</summary>
    internal async Task<Outcome<Ticket>> CorrectAsync(
        TicketId id, Actor actor, Func<Ticket, IReadOnlyList<TimelineEntry>, Outcome<Decision>> decide, CancellationToken stop)
    {
        var version = await db.Tickets.Where(ticket => ticket.Id == id).Select(ticket => ticket.Version).SingleOrDefaultAsync(stop);
        var history = await records.TimelineAsync(id, version, stop);
        return await ActAsync(
            id, actor, ticket => ticket.Version == version ? decide(ticket, history) : throw new DbUpdateConcurrencyException(), stop);
    }

    /// <summary>Stages a decision with everything that follows from it.</summary>
    internal async Task StageAsync(Ticket? before, Decision decision, Actor actor, ActContext context, CancellationToken stop)
    {
        await records.StageAsync(before, decision, stop);
        await ClaimFilesAsync(decision.Entry, stop);
        foreach (var outgoing in Announcements.For(before, decision, actor, context))
        {
            await outbox.TellAsync(outgoing, decision.Entry, stop);
        }

        if (before is not null)
        {
            await StageCopiesAsync(decision.Entry, stop);
            await StageRefreshesAsync(decision.Ticket, stop);
            await VoidSurveysAsync(before, decision.Ticket, stop);
        }

        await reminders.PlanAsync(decision, stop);
    }

    /// <summary>Stages the agents' card to be drawn again, since time has changed what it says.</summary>
    internal void Redraw(Ticket ticket) => outbox.Say(Destination.Room(ticket.Queue), new Refresh(ticket.Id));

    // "How did it go?" makes no sense once it is not over.
    private async Task VoidSurveysAsync(Ticket before, Ticket after, CancellationToken stop)
    {
        if (after.ReopenCount == before.ReopenCount)
        {
            return;
        }

        var open = await db.Surveys.AsNoTracking()
            .Where(survey => survey.Ticket == after.Id && survey.Rating == null && !survey.IsVoid)
            .ToListAsync(stop);
        foreach (var survey in open)
        {
            var tracked = survey with { };
            db.Attach(tracked);
            db.Entry(tracked).CurrentValues.SetValues(survey with { IsVoid = true, Version = survey.Version + 1 });
        }
    }

    // Those kept by this unit of work too, such as a long text that became a file.
    private async Task<List<AttachmentRow>> FilesAsync(IReadOnlyList<AttachmentId> files, CancellationToken stop)
    {
        var ids = files.ToList();
        await db.Attachments.AsTracking().Where(file => ids.Contains(file.Id)).LoadAsync(stop);
        return [.. db.Attachments.Local.Where(file => ids.Contains(file.Id))];
    }

    private async Task<Refusal?> TooManyFilesAsync(TimelineEntry entry, CancellationToken stop)
    {
        if (entry.Files.Count == 0)
        {
            return null;
        }

        var coming = (await FilesAsync(entry.Files, stop)).Where(file => file.Ticket is null).Sum(file => file.Size);
        var there = await db.Attachments.Where(file => file.Ticket == entry.Ticket).SumAsync(file => file.Size, stop);
        return there + coming > FilesLimit ? new Refusal("file.ticket_full").With("ticket", entry.Ticket) : null;
    }

    private async Task ClaimFilesAsync(TimelineEntry entry, CancellationToken stop)
    {
        if (entry.Files.Count == 0)
        {
            return;
        }

        foreach (var file in await FilesAsync(entry.Files, stop))
        {
            file.Ticket ??= file.By == entry.By ? entry.Ticket : null;
        }
    }

    // Behind what is still to be said there, so that no copy comes after its removal.
    private async Task StageCopiesAsync(TimelineEntry entry, CancellationToken stop)
    {
        if (entry.About is not { } about)
        {
            return;
        }

        var lanes = await db.Outbox.Where(row => row.Ticket == entry.Ticket && row.Entry == about)
            .Select(row => row.Lane)
            .Distinct()
            .ToListAsync(stop);
        foreach (var lane in lanes.Order(StringComparer.Ordinal))
        {
            outbox.Say(
                Destination.OfLane(lane), entry.Act is Act.EditMessage ? new RedrawCopies(entry.Ticket, about) : new RemoveCopies(entry.Ticket, about));
        }
    }

    private async Task StageRefreshesAsync(Ticket ticket, CancellationToken stop)
    {
        var lanes = await db.Placements.Where(placement => placement.Ticket == ticket.Id)
            .Select(placement => placement.Lane)
            .Distinct()
            .ToListAsync(stop);
        var destinations = lanes.Select(Destination.OfLane)
            .Append(Destination.To(ticket.Requester))
            .Append(Destination.Room(ticket.Queue))
            .Distinct();
        foreach (var destination in destinations)
        {
            outbox.Say(destination, new Refresh(ticket.Id));
        }
    }
}

/// <summary>How an act reached the desk, where that matters to what is said about it.</summary>
/// <param name="IsInThread">The words stand in the ticket's thread already, since they were typed there.</param>
internal readonly record struct ActContext(bool IsInThread);
