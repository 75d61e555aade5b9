using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Domain.Sla;

/// <summary>Why a stretch of a ticket's life counts for a clock, or does not.</summary>
public enum ClockSpanKind
{
    Counted,

    /// <summary>Outside the queue's hours.</summary>
    Closed,

    /// <summary>Waiting for the requester or on hold.</summary>
    Paused,

    /// <summary>Between a resolution and the reopening.</summary>
    Ended,
}

/// <summary>A stretch of a ticket's life as one clock sees it.</summary>
public readonly record struct ClockSpan(Instant From, Instant To, ClockSpanKind Kind);

/// <summary>Both clocks of a ticket with every stretch that counts and every one that does not, without a gap from its filing.</summary>
public sealed record ClockExplanation(ClockReading Reading, SlaTarget Target)
{
    public required IReadOnlyList<ClockSpan> Response { get; init; }

    public required IReadOnlyList<ClockSpan> Resolution { get; init; }

    /// <summary>
    /// Explains the clocks as of <paramref name="now"/>. The stretches end where the time is used up, also in the future; else where the promise was
    /// kept; else now. What is <see cref="ClockSpanKind.Counted"/> up to a due time adds up to the target.
    /// </summary>
    public static ClockExplanation Of(IReadOnlyList<ClockFact> facts, SlaPolicy policy, BusinessCalendar calendar, Instant now)
    {
        var target = policy.Of(facts[^1].Priority);
        var hours = TicketClock.HoursOf(target, calendar);
        var reading = TicketClock.Compute(facts, policy, calendar);
        return new ClockExplanation(reading, target)
        {
            Response = [.. Spans(facts, TicketClock.CountsForResponse, hours, End(reading.Response, now))],
            Resolution = [.. Spans(facts, fact => TicketClock.CountsForResolution(fact, target), hours, End(reading.Resolution, now))],
        };
    }

    private static Instant End(ClockState clock, Instant now) => clock.DueAt ?? clock.DoneAt ?? now;

    private static List<ClockSpan> Spans(IReadOnlyList<ClockFact> facts, Func<ClockFact, bool> counts, BusinessCalendar hours, Instant end)
    {
        var spans = new List<ClockSpan>();
        for (var i = 0; i < facts.Count && facts[i].At < end; i++)
        {
            var until = i + 1 < facts.Count ? Instant.Min(facts[i + 1].At, end) : end;
            foreach (var span in counts(facts[i]) ? Split(hours, facts[i].At, until) : [new ClockSpan(facts[i].At, until, Skipped(facts[i]))])
            {
                Add(spans, span);
            }
        }

        return spans;
    }

    private static IEnumerable<ClockSpan> Split(BusinessCalendar hours, Instant from, Instant to)
    {
        var at = from;
        foreach (var open in hours.Spans(from).TakeWhile(open => open.Start < to))
        {
            var closes = Instant.Min(open.End, to);
            yield return new ClockSpan(at, open.Start, ClockSpanKind.Closed);
            yield return new ClockSpan(open.Start, closes, ClockSpanKind.Counted);
            at = closes;
        }

        yield return new ClockSpan(at, to, ClockSpanKind.Closed);
    }

    // What follows without a change is one stretch.
    private static void Add(List<ClockSpan> spans, ClockSpan span)
    {
        if (span.From == span.To)
        {
            return;
        }

        if (spans is [.., var last] && last.Kind == span.Kind)
        {
            spans[^1] = last with { To = span.To };
        }
        else
        {
            spans.Add(span);
        }
    }

    private static ClockSpanKind Skipped(ClockFact fact) =>
        fact.Category is StatusCategory.Paused ? ClockSpanKind.Paused : ClockSpanKind.Ended;
}
