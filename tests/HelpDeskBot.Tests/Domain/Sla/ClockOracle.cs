using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Tests.Domain.Sla;

/// <summary>A ticket's clocks counted minute by minute, for facts on whole minutes.</summary>
internal static class ClockOracle
{
    /// <summary>What <see cref="TicketClock"/> should say, without its times done.</summary>
    public static ClockReading Compute(IReadOnlyList<ClockFact> facts, SlaPolicy policy, WallClock clock)
    {
        var target = policy.Of(facts[^1].Priority);
        bool IsCounted(Instant minute) => target.AroundTheClock || clock.IsOpen(minute);
        return new ClockReading(
            Read(facts, target.Response, IsCounted, fact => !fact.Responded && fact.Category is not StatusCategory.Resolved),
            Read(facts, target.Resolution, IsCounted, fact => fact.Category switch
            {
                StatusCategory.Open => true,
                StatusCategory.Paused => !target.Pauses,
                _ => false,
            }));
    }

    private static ClockState Read(
        IReadOnlyList<ClockFact> facts, Duration target, Func<Instant, bool> isCounted, Func<ClockFact, bool> runs)
    {
        var total = (int)target.TotalMinutes;
        var reached = new Dictionary<int, Instant>();
        var (used, elapsed, current) = (0, 0, 0);
        for (var minute = facts[0].At; used < total || minute < facts[^1].At; minute += WallClock.Minute)
        {
            while (current + 1 < facts.Count && facts[current + 1].At <= minute)
            {
                current++;
            }

            var isLast = current == facts.Count - 1;
            if (isLast && !runs(facts[current]))
            {
                break;
            }

            if (runs(facts[current]) && isCounted(minute))
            {
                reached[++used] = minute + WallClock.Minute;
                elapsed = isLast ? elapsed : used;
            }
        }

        Instant? At(int minutes) => reached.TryGetValue(minutes, out var at) ? at : null;
        return new ClockState(target)
        {
            Elapsed = Duration.FromMinutes(elapsed),
            IsRunning = runs(facts[^1]),
            DueAt = At(total),
            At75 = At(total * 3 / 4),
            At90 = At(total * 9 / 10),
        };
    }
}
