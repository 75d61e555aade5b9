using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Tests.Domain.Sla;

/// <summary>Random histories and promises of tickets.</summary>
internal static class RandomHistory
{
    private static readonly StatusCategory[] Categories =
        [StatusCategory.Open, StatusCategory.Open, StatusCategory.Paused, StatusCategory.Paused, StatusCategory.Resolved];

    public static IReadOnlyList<ClockFact> Facts(RandomHours hours, Instant filed)
    {
        var facts = new List<ClockFact> { new(filed, StatusCategory.Open, hours.Of(Enum.GetValues<Priority>()), Responded: false) };
        for (var more = hours.Next(0, 9); more > 0; more--)
        {
            var last = facts[^1];
            facts.Add(new ClockFact(
                last.At + Duration.FromMinutes(hours.Chance(0.5) ? hours.Next(0, 90) : hours.Next(0, 2 * 24 * 60)),
                hours.Of(Categories),
                hours.Chance(0.3) ? hours.Of(Enum.GetValues<Priority>()) : last.Priority,
                last.Responded || hours.Chance(0.25)));
        }

        return facts;
    }

    /// <summary>Targets in steps of 20 minutes, so that 75 and 90 % are whole minutes.</summary>
    public static SlaPolicy Policy(RandomHours hours) => new(Enum.GetValues<Priority>().ToDictionary(
        priority => priority,
        priority => new SlaTarget(Steps(hours, 30), Steps(hours, 120), AroundTheClock: priority is Priority.P1, Pauses: hours.Chance(0.7))));

    private static Duration Steps(RandomHours hours, int most) => Duration.FromMinutes(20 * hours.Next(1, most));
}
