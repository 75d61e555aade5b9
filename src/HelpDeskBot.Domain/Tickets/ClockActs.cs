using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>What the desk itself does when time has passed.</summary>
public static class ClockActs
{
    /// <summary>A hold has ended.</summary>
    public static Outcome<Decision> WakeUp(this Ticket ticket, Actor actor, Instant now) =>
        ticket.Decide(Act.WakeUp, actor, now, t => t.BackToWork())
            .Then<Decision>(decision => ticket.WakeUpAt > now
                ? new Refusal("hold.not_over").With("ticket", ticket.Id)
                : decision);

    /// <summary>The requester did not answer.</summary>
    public static Outcome<Decision> ResolveBySilence(this Ticket ticket, Actor actor, Instant now) =>
        ticket.Decide(
            Act.ResolveBySilence,
            actor,
            now,
            t => t with { Status = Status.Resolved, Resolution = ResolutionReason.NoAnswer, ResolvedAt = now });

    /// <summary>The requester did not object to the resolution.</summary>
    public static Outcome<Decision> CloseBySilence(this Ticket ticket, Actor actor, Instant now) =>
        ticket.Decide(Act.CloseBySilence, actor, now, t => t.Ended(Status.Closed, now));
}
