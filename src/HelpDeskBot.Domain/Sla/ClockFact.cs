using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Domain.Sla;

/// <summary>What matters to a ticket's clocks from a point on; the first is its filing.</summary>
/// <param name="Responded">An agent has said something in public that was not taken back; it stays so.</param>
public readonly record struct ClockFact(Instant At, StatusCategory Category, Priority Priority, bool Responded);
