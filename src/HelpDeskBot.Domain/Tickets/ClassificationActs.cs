using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>Corrections of what kind of ticket it is. Clocks follow, since they are recomputed from the timeline.</summary>
public static class ClassificationActs
{
    public static Outcome<Decision> SetPriority(this Ticket ticket, Actor actor, Instant now, Priority priority) =>
        ticket.Set(Act.SetPriority, actor, now, t => t with { Priority = priority });

    /// <summary>Sets what it is about, and in the same act which kind it is, if that is given.</summary>
    public static Outcome<Decision> SetCategory(this Ticket ticket, Actor actor, Instant now, string category, TicketType? type = null) =>
        ticket.Set(Act.SetCategory, actor, now, t => t with { Category = category, Type = type ?? t.Type });

    public static Outcome<Decision> SetType(this Ticket ticket, Actor actor, Instant now, TicketType type) =>
        ticket.Set(Act.SetType, actor, now, t => t with { Type = type });

    /// <summary>Sets impact and urgency in one act, for a reason if one is given; the priority follows from the matrix.</summary>
    public static Outcome<Decision> Weigh(this Ticket ticket, Actor actor, Instant now, Impact impact, Urgency urgency, string? reason = null) =>
        ticket.Set(
            Act.SetPriority, actor, now, t => t with { Impact = impact, Urgency = urgency, Priority = PriorityMatrix.Of(impact, urgency) },
            Deciding.IsBlank(reason) ? null : reason);

    /// <summary>Sets the impact; the priority follows from the matrix.</summary>
    public static Outcome<Decision> SetImpact(this Ticket ticket, Actor actor, Instant now, Impact impact) =>
        ticket.Set(Act.SetImpact, actor, now, t => t with { Impact = impact, Priority = PriorityMatrix.Of(impact, t.Urgency) });

    /// <summary>Sets the urgency; the priority follows from the matrix.</summary>
    public static Outcome<Decision> SetUrgency(this Ticket ticket, Actor actor, Instant now, Urgency urgency) =>
        ticket.Set(Act.SetUrgency, actor, now, t => t with { Urgency = urgency, Priority = PriorityMatrix.Of(t.Impact, urgency) });

    /// <summary>Moves the ticket to another queue. An owner who does not work there loses it.</summary>
    public static Outcome<Decision> MoveQueue(this Ticket ticket, Actor actor, Instant now, QueueId queue, bool ownerWorksThere) =>
        ticket.Set(Act.MoveQueue, actor, now, t => ownerWorksThere ? t with { Queue = queue } : Unowned(t) with { Queue = queue });

    private static Ticket Unowned(Ticket ticket) => ticket with
    {
        Owner = null,
        Status = ticket.Status is Status.InProgress ? Status.New : ticket.Status,
    };

    private static Outcome<Decision> Set(this Ticket ticket, Act act, Actor actor, Instant now, Func<Ticket, Ticket> change, string? reason = null) =>
        ticket.Decide(act, actor, now, change, reason)
            .Then<Decision>(decision => decision.Entry.Changes.Count == 0
                ? new Refusal("ticket.nothing_to_change").With("ticket", ticket.Id)
                : decision);
}
