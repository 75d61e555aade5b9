using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>What became of an agent's question whether they may have a ticket.</summary>
public enum HandOverState
{
    Asked,
    Given,
    Kept,

    /// <summary>The ticket ended, or went to somebody else.</summary>
    Over,
}

/// <summary>One agent asks another for a ticket, and the owner answers once.</summary>
public static class HandOver
{
    /// <summary>Asks the owner.</summary>
    public static Outcome<Decision> AskHandOver(this Ticket ticket, Actor actor, Instant now) =>
        ActRules.Check(Act.AskHandOver, ticket, actor, now) is null && ticket.HandOverTo is { } asker
            ? new Refusal(actor.Is(asker) ? "hand_over.you_asked" : "hand_over.somebody_asked").With("ticket", ticket.Id).With("asker", asker)
            : ticket.Decide(Act.AskHandOver, actor, now, t => t with { HandOverTo = actor.Person });

    /// <summary>The owner gives it to whoever asked in the entry <paramref name="asked"/>.</summary>
    public static Outcome<Decision> Give(this Ticket ticket, Actor actor, Instant now, Actor to, int asked) =>
        WrongAnswer(ticket, actor, now, asked) is { } refusal ? refusal : ticket.Assign(actor, now, to);

    /// <summary>The owner keeps it.</summary>
    public static Outcome<Decision> Keep(this Ticket ticket, Actor actor, Instant now, int asked) =>
        WrongAnswer(ticket, actor, now, asked) is { } refusal
            ? refusal
            : ticket.Decide(Act.KeepTicket, actor, now, t => t with { HandOverTo = null });

    /// <summary>Every question of a history, by the entry that asked, with what became of it.</summary>
    public static IReadOnlyList<(TimelineEntry Asked, HandOverState State)> Read(IReadOnlyList<TimelineEntry> timeline) =>
        [.. timeline.Where(entry => entry.Act is Act.AskHandOver).Select(asked => (asked, StateOf(asked, timeline)))];

    private static Refusal? WrongAnswer(Ticket ticket, Actor actor, Instant now, int asked) =>
        ActRules.Check(Act.KeepTicket, ticket, actor, now)
        ?? (ticket.HandOverTo is not null && ticket.HandOverVersion == asked ? null : new Refusal("hand_over.over").With("ticket", ticket.Id));

    private static HandOverState StateOf(TimelineEntry asked, IReadOnlyList<TimelineEntry> timeline) =>
        timeline.Skip(asked.Sequence).FirstOrDefault(entry => entry.Changes.Any(change => change.Field == TicketFields.HandOver)) switch
        {
            null => HandOverState.Asked,
            { Act: Act.KeepTicket } => HandOverState.Kept,
            var answer when answer.Changes.Any(change => change.Field == TicketFields.Owner && change.To == asked.By?.Value) => HandOverState.Given,
            _ => HandOverState.Over,
        };
}
