using HelpDeskBot.Desk.Schedule;
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
public sealed class TicketDesk(TicketRecords records, TicketGate gate, TicketFiles files, TicketTelling telling, ReminderBook reminders)
{
    internal Instant Now => gate.Now;

    /// <summary>Decides one act on a stored ticket. Who may not read the ticket is told the same as if it did not exist.</summary>
    internal async Task<Outcome<Ticket>> ActAsync(
        TicketId id, Actor actor, Func<Ticket, Outcome<Decision>> decide, CancellationToken stop, ActContext context = default)
    {
        var found = await gate.FindAsync(id, actor, stop);
        return found.Succeeded ? await StageAsync(found.Value, decide(found.Value), actor, context, stop) : found;
    }

    /// <summary>Decides one act that changes two tickets: both change, or neither.</summary>
    internal async Task<Outcome<Ticket>> ActOnBothAsync(
        (TicketId One, TicketId Other) ids, Actor actor, Func<Ticket, Ticket, Outcome<(Decision One, Decision Other)>> decide, CancellationToken stop)
    {
        var one = await gate.FindAsync(ids.One, actor, stop);
        var other = await gate.FindAsync(ids.Other, actor, stop);
        var outcome = one.Then(first => other.Then(second => decide(first, second)));
        if (outcome.Refusal is { } refusal)
        {
            return refusal;
        }

        var changed = await StageAsync(one.Value, outcome.Value.One, actor, default, stop);
        await StageAsync(other.Value, outcome.Value.Other, actor, default, stop);
        return changed;
    }

    /// <summary>Decides one act that depends on what was written before. Access is as for the other acts.</summary>
    internal async Task<Outcome<Ticket>> CorrectAsync(
        TicketId id, Actor actor, Func<Ticket, IReadOnlyList<TimelineEntry>, Outcome<Decision>> decide, CancellationToken stop)
    {
        var version = (await records.FindAsync(id, stop))?.Version ?? 0;
        var history = await records.TimelineAsync(id, version, stop);
        return await ActAsync(
            id, actor, ticket => ticket.Version == version ? decide(ticket, history) : throw new DbUpdateConcurrencyException(), stop);
    }

    /// <summary>Stages what was decided with everything that follows from it.</summary>
    internal async Task<Outcome<Ticket>> StageAsync(
        Ticket? before, Outcome<Decision> decided, Actor actor, ActContext context, CancellationToken stop)
    {
        var fitting = decided.Succeeded ? await files.FitAsync(decided.Value, actor, stop) : decided;
        if (fitting.Refusal is { } refusal)
        {
            return refusal;
        }

        var decision = fitting.Value;
        await records.StageAsync(before, decision, stop);
        await files.ClaimAsync(decision.Entry, stop);
        await telling.StageAsync(before, decision, actor, context, stop);
        await reminders.PlanAsync(decision, stop);
        return decision.Ticket;
    }
}

/// <summary>How an act reached the desk, where that matters to what is said about it.</summary>
/// <param name="IsInThread">The words stand in the ticket's thread already, since they were typed there.</param>
internal readonly record struct ActContext(bool IsInThread);
