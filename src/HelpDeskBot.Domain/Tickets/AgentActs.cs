using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>What agents do with a ticket. Each act gives the decision or says why not.</summary>
public static class AgentActs
{
    private static readonly Duration LongestHold = Duration.FromDays(366);

    /// <summary>Takes an unowned ticket.</summary>
    public static Outcome<Decision> Claim(this Ticket ticket, Actor actor, Instant now)
    {
        if (ActRules.Check(Act.Claim, ticket, actor, now) is { } refusal)
        {
            return refusal;
        }

        return ticket.Owner switch
        {
            null => ticket.Record(Act.Claim, actor, now, ticket.ClaimedIfUnowned(actor), text: null),
            var owner when actor.Is(owner) => new Refusal("ticket.already_yours").With("ticket", ticket.Id),
            var owner => new Refusal("ticket.taken")
                .With("ticket", ticket.Id).With("owner", owner).With("since", ticket.OwnerSince),
        };
    }

    /// <summary>Gives the ticket to an agent of its queue.</summary>
    public static Outcome<Decision> Assign(this Ticket ticket, Actor actor, Instant now, Actor to)
    {
        if (ActRules.Check(Act.Assign, ticket, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (!to.IsAgentOf(ticket.Queue))
        {
            return new Refusal("assign.not_an_agent").With("person", to.Name);
        }

        if (to.Is(ticket.Owner))
        {
            return new Refusal("assign.already_theirs").With("person", to.Name);
        }

        if (ticket.Owner is null && !actor.IsLeadOf(ticket.Queue) && !actor.Is(to.Person))
        {
            return new Refusal("assign.only_to_yourself").With("ticket", ticket.Id);
        }

        var after = ticket with
        {
            Owner = to.Person,
            Status = ticket.Status is Status.New ? Status.InProgress : ticket.Status,
        };
        return ticket.Record(Act.Assign, actor, now, after, text: null);
    }

    /// <summary>Answers the requester.</summary>
    public static Outcome<Decision> Reply(
        this Ticket ticket, Actor actor, Instant now, string text, IReadOnlyList<AttachmentId>? files = null) =>
        MissingText(text, files) is { } refusal
            ? refusal
            : ticket.Decide(Act.Reply, actor, now, t => t.ClaimedIfUnowned(actor).Responded(now), text, files);

    /// <summary>Asks the requester and waits for the answer.</summary>
    public static Outcome<Decision> AskRequester(
        this Ticket ticket, Actor actor, Instant now, string text, IReadOnlyList<AttachmentId>? files = null) =>
        MissingText(text) is { } refusal
            ? refusal
            : ticket.Decide(
                Act.AskRequester,
                actor,
                now,
                t => t.ClaimedIfUnowned(actor).Responded(now) with { Status = Status.Waiting, WakeUpAt = null },
                text,
                files);

    /// <summary>Writes what only agents read.</summary>
    public static Outcome<Decision> Note(
        this Ticket ticket, Actor actor, Instant now, string text, IReadOnlyList<AttachmentId>? files = null) =>
        MissingText(text, files) is { } refusal ? refusal : ticket.Decide(Act.Note, actor, now, t => t, text, files);

    /// <summary>Puts the ticket on hold until a time, with a reason.</summary>
    public static Outcome<Decision> Hold(this Ticket ticket, Actor actor, Instant now, string reason, Instant wakeUpAt)
    {
        if (MissingText(reason) is { } missing)
        {
            return missing;
        }

        if (wakeUpAt <= now || wakeUpAt > now + LongestHold)
        {
            return new Refusal(wakeUpAt <= now ? "hold.wake_up_past" : "hold.wake_up_far");
        }

        return ticket.Decide(Act.Hold, actor, now, t => t with { Status = Status.OnHold, WakeUpAt = wakeUpAt }, reason);
    }

    /// <summary>Says that it is solved, how, and why it ends.</summary>
    public static Outcome<Decision> Resolve(
        this Ticket ticket, Actor actor, Instant now, ResolutionReason reason, string text, int? statusVersion = null)
    {
        if (MissingText(text) is { } missing)
        {
            return missing;
        }

        if (reason is not (ResolutionReason.Solved or ResolutionReason.Workaround or ResolutionReason.NotReproducible
            or ResolutionReason.WillNotDo))
        {
            return new Refusal("resolve.reason_not_for_people");
        }

        return ticket.Decide(
                Act.Resolve,
                actor,
                now,
                t => t.ClaimedIfUnowned(actor).Responded(now) with
                {
                    Status = Status.Resolved,
                    Resolution = reason,
                    ResolvedAt = now,
                    WakeUpAt = null,
                },
                text)
            .Then<Decision>(decision => ticket.ChangedSince(statusVersion) is { } changed ? changed : decision);
    }

    /// <summary>Takes a resolved ticket up again; whoever does so owns it if nobody did.</summary>
    public static Outcome<Decision> Reopen(this Ticket ticket, Actor actor, Instant now, int? statusVersion = null) =>
        ticket.Decide(Act.Reopen, actor, now, t => (t with { Owner = t.Owner ?? actor.Person }).Reopened())
            .Then<Decision>(decision => ticket.ChangedSince(statusVersion) is { } changed ? changed : decision);

    /// <summary>Closes what was no request at all; nobody is asked how it went.</summary>
    public static Outcome<Decision> NotARequest(this Ticket ticket, Actor actor, Instant now) =>
        ticket.Decide(
            Act.NotARequest, actor, now, t => t.Ended(Status.Closed, now) with { Resolution = ResolutionReason.NotARequest });

    /// <summary>Closes the ticket in favour of another, where later comments go.</summary>
    public static Outcome<Decision> Merge(this Ticket ticket, Actor actor, Instant now, Ticket into)
    {
        if (ActRules.Check(Act.Merge, ticket, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (into.Id == ticket.Id)
        {
            return new Refusal("merge.itself").With("ticket", ticket.Id);
        }

        if (!into.Status.IsActive())
        {
            return new Refusal("merge.into_ended").With("into", into.Id);
        }

        var after = ticket.Ended(Status.Closed, now) with { Resolution = ResolutionReason.Merged, MergedInto = into.Id };
        return ticket.Record(Act.Merge, actor, now, after, text: null);
    }

    /// <summary>The other side of <see cref="Merge"/>: comments on the merged ticket come here from now on, and its people follow this one.</summary>
    public static Outcome<Decision> TakeIn(this Ticket ticket, Actor actor, Instant now, Ticket merged) =>
        ticket.Decide(Act.TakeIn, actor, now, t => t with { MergedFrom = [.. t.MergedFrom, merged.Id], Followers = t.FollowersWith(merged) });

    /// <summary>A part of it becomes a ticket of its own, which goes on beside it.</summary>
    public static Outcome<Decision> Split(this Ticket ticket, Actor actor, Instant now, TicketId part) =>
        ticket.Decide(Act.Split, actor, now, t => t.LinkedTo(LinkKind.ParentOf, part));

    internal static Refusal? MissingText(string? text, IReadOnlyList<AttachmentId>? files = null) =>
        Deciding.IsBlank(text) && files is not { Count: > 0 } ? new Refusal("text.missing") : null;
}
