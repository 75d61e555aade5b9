using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>What every decision shares: the check against the table of acts, and the entry that records the result.</summary>
internal static class Deciding
{
    /// <summary>The decision if the table allows the act, else the refusal.</summary>
    public static Outcome<Decision> Decide(
        this Ticket ticket, Act act, Actor actor, Instant now, Func<Ticket, Ticket> change, string? text = null,
        IReadOnlyList<AttachmentId>? files = null) =>
        ActRules.Check(act, ticket, actor, now) is { } refusal
            ? refusal
            : ticket.Record(act, actor, now, change(ticket), text, files);

    /// <summary>The entry that leads from one state to the next, and the state that replaying it gives.</summary>
    public static Decision Record(
        this Ticket before, Act act, Actor actor, Instant now, Ticket after, string? text, IReadOnlyList<AttachmentId>? files = null,
        int? about = null)
    {
        var entry = new TimelineEntry(before.Id, before.Version + 1, now, actor.Person, act)
        {
            Changes = TicketFields.Difference(before, after.WithoutIdleHandOver(before)),
            Text = text,
            Files = files ?? [],
            About = about,
        };
        return new Decision(Timeline.Apply(before, entry), entry);
    }

    /// <summary>Refuses a button that was drawn for an earlier status or owner.</summary>
    public static Refusal? ChangedSince(this Ticket ticket, int? statusVersion) =>
        statusVersion is { } drawn && drawn != ticket.StatusVersion
            ? new Refusal("ticket.changed").With("ticket", ticket.Id).With("status", ticket.Status)
            : null;

    /// <summary>Nobody owns it: whoever acts now takes it. A ticket nobody had taken up is in progress from here on.</summary>
    public static Ticket ClaimedIfUnowned(this Ticket ticket, Actor actor) => ticket.Owner is null
        ? ticket with { Owner = actor.Person, Status = ticket.Status is Status.New ? Status.InProgress : ticket.Status }
        : ticket;

    /// <summary>An agent said something in public; the first time is the first response.</summary>
    public static Ticket Responded(this Ticket ticket, Instant now) => ticket with { FirstResponseAt = ticket.FirstResponseAt ?? now };

    /// <summary>Back to work: in progress where somebody owns it, else new.</summary>
    public static Ticket BackToWork(this Ticket ticket) => ticket with
    {
        Status = ticket.Owner is null ? Status.New : Status.InProgress,
        WakeUpAt = null,
    };

    /// <summary>Back to work after it had ended; its resolution no longer stands.</summary>
    public static Ticket Reopened(this Ticket ticket) => ticket.BackToWork() with
    {
        ReopenCount = ticket.ReopenCount + 1,
        Resolution = null,
        ResolvedAt = null,
        ClosedAt = null,
    };

    public static Ticket Ended(this Ticket ticket, Status status, Instant now) => ticket with
    {
        Status = status,
        ClosedAt = now,
        WakeUpAt = null,
    };

    // Nobody is asked any more for what they no longer have, or what has ended.
    private static Ticket WithoutIdleHandOver(this Ticket after, Ticket before) =>
        after.Owner == before.Owner && after.Status.IsActive() ? after : after with { HandOverTo = null };

    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
