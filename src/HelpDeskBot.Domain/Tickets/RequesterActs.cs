using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>What the requester, or whoever filed for them, does with a ticket.</summary>
public static class RequesterActs
{
    /// <summary>The same problem is back after the grace period: it goes on in another ticket.</summary>
    public static Outcome<Decision> FollowUp(this Ticket ticket, Actor actor, Instant now, TicketId newer) => ticket.IsInGrace(now)
        ? new Refusal("follow_up.too_early").With("ticket", ticket.Id)
        : ticket.Decide(Act.FollowUp, actor, now, t => t.LinkedTo(LinkKind.HasFollowUp, newer));

    /// <summary>Adds a message or details. <paramref name="isClosing"/>: it only says thanks, so it does not reopen.</summary>
    public static Outcome<Decision> Comment(
        this Ticket ticket, Actor actor, Instant now, string text, IReadOnlyList<AttachmentId>? files = null, bool isClosing = false) =>
        AgentActs.MissingText(text, files) is { } refusal
            ? refusal
            : ticket.Decide(Act.Comment, actor, now, t => Commented(t, isClosing), text, files);

    /// <summary>Adds what somebody wrote on a ticket that was merged into this one, though this one may not be theirs.</summary>
    public static Outcome<Decision> CommentThrough(
        this Ticket ticket, Ticket merged, Actor actor, Instant now, string text, IReadOnlyList<AttachmentId>? files = null, bool isClosing = false)
    {
        if ((merged.Concerns(actor) ? null : new Refusal("act.requester_only")) is { } stranger)
        {
            return stranger;
        }

        // The question that the ticket waits for was somebody else's.
        var staysWaiting = ticket.Status is Status.Waiting && !ticket.Concerns(actor);
        return (AgentActs.MissingText(text, files) ?? ActRules.CheckStatus(Act.Comment, ticket, now)) is { } refusal
            ? refusal
            : ticket.Record(Act.Comment, actor, now, staysWaiting ? ticket : Commented(ticket, isClosing), text, files);
    }

    /// <summary>Yes, it is fixed: close it.</summary>
    public static Outcome<Decision> Confirm(this Ticket ticket, Actor actor, Instant now, int? statusVersion = null) =>
        ticket.Decide(Act.Confirm, actor, now, t => t.Ended(Status.Closed, now))
            .Then<Decision>(decision => ticket.ChangedSince(statusVersion) is { } changed ? changed : decision);

    /// <summary>Not fixed yet: back to whoever owns it.</summary>
    public static Outcome<Decision> NotYet(
        this Ticket ticket, Actor actor, Instant now, string? text = null, IReadOnlyList<AttachmentId>? files = null, int? statusVersion = null) =>
        ticket.Decide(Act.NotYet, actor, now, t => t.Reopened(), Deciding.IsBlank(text) ? null : text, files)
            .Then<Decision>(decision => ticket.ChangedSince(statusVersion) is { } changed ? changed : decision);

    /// <summary>Takes it back.</summary>
    public static Outcome<Decision> Withdraw(this Ticket ticket, Actor actor, Instant now, int? statusVersion = null) =>
        ticket.Decide(Act.Withdraw, actor, now, t => t.Ended(Status.Withdrawn, now))
            .Then<Decision>(decision => ticket.ChangedSince(statusVersion) is { } changed ? changed : decision);

    private static Ticket Commented(Ticket ticket, bool isClosing) => ticket.Status switch
    {
        Status.Waiting => ticket.BackToWork(),
        Status.Resolved or Status.Closed when !isClosing => ticket.Reopened(),
        Status.Withdrawn when !isClosing => (ticket with { Owner = null }).Reopened(),
        _ => ticket,
    };
}
