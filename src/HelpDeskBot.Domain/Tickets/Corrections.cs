using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>What was written and then taken back or written differently. The history keeps both; people see how it stands.</summary>
public static class Corrections
{
    private static readonly Act[] Responses = [Act.Reply, Act.AskRequester, Act.Resolve];
    private static readonly Act[] Messages = [Act.Comment, Act.Note, Act.Reply];

    /// <summary>Takes a reply back, as if it had never been sent. <paramref name="isInTime"/>: the agent's time to think twice is not over.</summary>
    public static Outcome<Decision> RetractReply(
        this Ticket ticket, Actor actor, Instant now, IReadOnlyList<TimelineEntry> history, int sequence, bool isInTime)
    {
        if (ActRules.Check(Act.RetractReply, ticket, actor, now) is { } refusal)
        {
            return refusal;
        }

        var reply = Written(history, sequence);
        if (reply is not { Act: Act.Reply })
        {
            return new Refusal(IsTakenBack(history, sequence) ? "retract.already" : "message.not_found");
        }

        if (!actor.Is(reply.By))
        {
            return new Refusal("retract.not_yours").With("name", reply.By!);
        }

        var after = ticket with { FirstResponseAt = FirstResponse(history, except: sequence)?.At };
        return isInTime
            ? ticket.Record(Act.RetractReply, actor, now, after, text: null, about: sequence)
            : new Refusal("retract.too_late");
    }

    /// <summary>The words of an earlier message of one's own become others.</summary>
    public static Outcome<Decision> EditMessage(
        this Ticket ticket, Actor actor, Instant now, IReadOnlyList<TimelineEntry> history, int sequence, string text, IReadOnlyList<AttachmentId>? files = null) =>
        (ActRules.Check(Act.EditMessage, ticket, actor, now) ?? WrongMessage(actor, history, sequence) ?? AgentActs.MissingText(text, files)) is { } refusal
            ? refusal
            : ticket.Record(Act.EditMessage, actor, now, ticket, text, files, sequence);

    /// <summary>The writer takes an earlier message back. A reply that went to the requester can only be undone at once.</summary>
    public static Outcome<Decision> DeleteMessage(
        this Ticket ticket, Actor actor, Instant now, IReadOnlyList<TimelineEntry> history, int sequence)
    {
        if ((ActRules.Check(Act.DeleteMessage, ticket, actor, now) ?? WrongMessage(actor, history, sequence)) is { } refusal)
        {
            return refusal;
        }

        var written = Written(history, sequence)!;
        if (written.Act is Act.Reply)
        {
            return new Refusal("retract.use_undo");
        }

        var after = Undone(ticket, written);
        var resolution = after.Resolution is null || ticket.Resolution is not null ? null : history.LastOrDefault(entry => entry.Act.IsResolving())?.Text;
        return ticket.Record(Act.DeleteMessage, actor, now, after, resolution, about: sequence);
    }

    /// <summary>The history as people see it: edited texts in the place of the first ones, and without what was taken back.</summary>
    public static IEnumerable<TimelineEntry> Standing(IReadOnlyList<TimelineEntry> history)
    {
        var corrections = history.Where(entry => entry.About is not null).ToLookup(entry => entry.About!.Value);
        return from entry in history
               let about = corrections[entry.Sequence].ToList()
               where !about.Exists(IsTakingBack)
               select about.Count == 0 ? entry : entry with { Text = about[^1].Text, Files = [.. entry.Files, .. about.SelectMany(edit => edit.Files)] };
    }

    /// <summary>Whether the entry of this sequence was taken back.</summary>
    public static bool IsTakenBack(IEnumerable<TimelineEntry> history, int sequence) =>
        history.Any(entry => entry.About == sequence && IsTakingBack(entry));

    /// <summary>Whether the words of this entry are not the first ones.</summary>
    public static bool IsEdited(IEnumerable<TimelineEntry> history, int sequence) =>
        history.Any(entry => entry.About == sequence && entry.Act is Act.EditMessage);

    /// <summary>What an agent first said in public and did not take back; null if nothing was.</summary>
    internal static TimelineEntry? FirstResponse(IReadOnlyList<TimelineEntry> history, int? except = null) =>
        history.FirstOrDefault(entry => Responses.Contains(entry.Act) && entry.Sequence != except && !IsTakenBack(history, entry.Sequence));

    // What nobody has built on yet is as if it had never been said: a ticket that it took up again waits again, or is solved again.
    private static Ticket Undone(Ticket ticket, TimelineEntry written) => written.Act is Act.Comment && written.Sequence == ticket.Version
        ? written.Changes.Aggregate(ticket, (undone, change) => TicketFields.Apply(undone, new Change(change.Field, change.To, change.From), isFiling: false))
        : ticket;

    private static bool IsTakingBack(TimelineEntry entry) => entry.Act is Act.RetractReply or Act.DeleteMessage;

    private static TimelineEntry? Written(IReadOnlyList<TimelineEntry> history, int sequence) =>
        IsTakenBack(history, sequence) ? null : history.FirstOrDefault(entry => entry.Sequence == sequence && Messages.Contains(entry.Act));

    private static Refusal? WrongMessage(Actor actor, IReadOnlyList<TimelineEntry> history, int sequence) =>
        Written(history, sequence) is { } written && actor.Is(written.By) ? null : new Refusal("message.not_found");
}
