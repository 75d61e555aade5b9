using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Domain.Sla;

/// <summary>What is promised for one priority.</summary>
/// <param name="Response">Working time until an agent's first public message.</param>
/// <param name="Resolution">Working time until it is resolved.</param>
/// <param name="AroundTheClock">Nights and weekends count too.</param>
/// <param name="Pauses">Waiting and holding stop the resolution clock.</param>
public sealed record SlaTarget(Duration Response, Duration Resolution, bool AroundTheClock = false, bool Pauses = true);

/// <summary>The promises of a queue, by priority.</summary>
public sealed record SlaPolicy(IReadOnlyDictionary<Priority, SlaTarget> Targets)
{
    public static SlaPolicy Default { get; } = new(new Dictionary<Priority, SlaTarget>
    {
        [Priority.P1] = new(Duration.FromMinutes(15), Duration.FromHours(4), AroundTheClock: true, Pauses: false),
        [Priority.P2] = new(Duration.FromHours(1), Duration.FromHours(8)),
        [Priority.P3] = new(Duration.FromHours(4), Duration.FromHours(24)),
        [Priority.P4] = new(Duration.FromHours(8), Duration.FromHours(72)),
    });

    public SlaTarget Of(Priority priority) => Targets[priority];
}
