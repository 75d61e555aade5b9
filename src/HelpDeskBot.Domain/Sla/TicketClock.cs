using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Domain.Sla;

/// <summary>
/// Reads a ticket's clocks from its history. The priority, policy and calendar of now apply from the filing on; pauses stay subtracted. So
/// nothing is ever lost by changing one of them, and there is no running count to go wrong.
/// </summary>
public static class TicketClock
{
    /// <summary>Both clocks, given the facts in order (at least one).</summary>
    public static ClockReading Compute(IReadOnlyList<ClockFact> facts, SlaPolicy policy, BusinessCalendar calendar)
    {
        var target = policy.Of(facts[^1].Priority);
        var hours = HoursOf(target, calendar);
        var response = Read(facts, target.Response, hours, CountsForResponse);
        var resolution = Read(facts, target.Resolution, hours, fact => CountsForResolution(fact, target));
        return new ClockReading(
            response with { DoneAt = Since(facts, fact => fact.Responded || fact.Category == StatusCategory.Resolved) },
            resolution with { DoneAt = Since(facts, fact => fact.Category == StatusCategory.Resolved) });
    }

    /// <summary>The hours that count for a target.</summary>
    internal static BusinessCalendar HoursOf(SlaTarget target, BusinessCalendar calendar) =>
        target.AroundTheClock ? BusinessCalendar.AroundTheClock(calendar.Zone) : calendar;

    // Asking the requester is itself a response, so a pause never hides a response that is still owed.
    internal static bool CountsForResponse(ClockFact fact) => !fact.Responded && fact.Category != StatusCategory.Resolved;

    internal static bool CountsForResolution(ClockFact fact, SlaTarget target) =>
        fact.Category == StatusCategory.Open || (fact.Category == StatusCategory.Paused && !target.Pauses);

    private static ClockState Read(IReadOnlyList<ClockFact> facts, Duration target, BusinessCalendar hours, Func<ClockFact, bool> counts)
    {
        var running = new List<(Instant From, Instant? To)>();
        for (var i = 0; i < facts.Count; i++)
        {
            if (counts(facts[i]))
            {
                running.Add((facts[i].At, i + 1 < facts.Count ? facts[i + 1].At : null));
            }
        }

        return new ClockState(target)
        {
            Elapsed = running.Aggregate(Duration.Zero, (sum, span) => sum + hours.WorkingTime(span.From, span.To ?? span.From)),
            IsRunning = counts(facts[^1]),
            DueAt = Reached(running, hours, target),
            At75 = Reached(running, hours, target * 0.75),
            At90 = Reached(running, hours, target * 0.9),
        };
    }

    // When this much working time has run, or null if it is not reached the way the ticket stands.
    private static Instant? Reached(List<(Instant From, Instant? To)> running, BusinessCalendar hours, Duration amount)
    {
        var left = amount;
        foreach (var (from, to) in running)
        {
            if (to is not { } end)
            {
                return hours.Add(from, left);
            }

            var worked = hours.WorkingTime(from, end);
            if (worked >= left)
            {
                return hours.Add(from, left);
            }

            left -= worked;
        }

        return null;
    }

    // Since when this has been so without interruption, or null if it is not so now.
    private static Instant? Since(IReadOnlyList<ClockFact> facts, Func<ClockFact, bool> holds)
    {
        Instant? since = null;
        foreach (var fact in facts)
        {
            since = holds(fact) ? since ?? fact.At : null;
        }

        return since;
    }
}

/// <summary>How a clock stands for people.</summary>
public enum ClockCondition
{
    OnTime,
    AtRisk,
    Overdue,
    Paused,
    Done,
}

/// <summary>One clock of a ticket.</summary>
public sealed record ClockState(Duration Target)
{
    /// <summary>Working time counted up to the last change of the ticket.</summary>
    public Duration Elapsed { get; init; }

    /// <summary>Whether it counts now.</summary>
    public bool IsRunning { get; init; }

    /// <summary>When the promise ends; null while the clock stands still with time left.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>When three quarters of the time are used; null as for <see cref="DueAt"/>.</summary>
    public Instant? At75 { get; init; }

    /// <summary>When nine tenths of the time are used; null as for <see cref="DueAt"/>.</summary>
    public Instant? At90 { get; init; }

    /// <summary>When what was promised was done.</summary>
    public Instant? DoneAt { get; init; }

    public ClockCondition StateAt(Instant now)
    {
        if (DoneAt is not null)
        {
            return ClockCondition.Done;
        }

        if (DueAt <= now)
        {
            return ClockCondition.Overdue;
        }

        if (!IsRunning)
        {
            return ClockCondition.Paused;
        }

        return At75 <= now ? ClockCondition.AtRisk : ClockCondition.OnTime;
    }
}

/// <summary>Both clocks of a ticket.</summary>
public sealed record ClockReading(ClockState Response, ClockState Resolution);
