using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>The notification matrix: who is told what about an act. Nobody is told about their own.</summary>
internal static class Announcements
{
    public static IEnumerable<Outgoing> For(Ticket? before, Decision decision, Actor actor, ActContext context)
    {
        var (ticket, entry) = decision;
        var all = entry.Act switch
        {
            Act.File => Filed(ticket, actor),
            Act.Claim => [ToRequester(ticket, Named("announce.claimed", ticket, actor))],
            Act.Assign => [.. Assigned(ticket, actor), .. Missed(before!, ticket, actor)],
            Act.Reply or Act.AskRequester => Said(ticket, entry, context),
            Act.Note => context.IsInThread ? [] : [InThread(ticket, new Quote(ticket.Id, entry.Sequence))],
            Act.Comment => [.. Commented(before!, ticket, entry, actor)],
            Act.Hold => [ToRequester(ticket, Named("announce.on_hold", ticket, actor).With("reason", entry.Text))],
            Act.WakeUp => ToOwner(ticket, Named("announce.woke_up", ticket, actor)),
            Act.Resolve or Act.ResolveBySilence => [ToRequester(ticket, new TicketCard(ticket.Id, TicketCards.Fixed))],
            Act.NotYet => [.. Rejected(ticket, entry, actor)],
            Act.Reopen => [ToRequester(ticket, Named("announce.reopened", ticket, actor)), .. ToOwner(ticket, Named("announce.owner_reopened", ticket, actor))],
            Act.SetPriority when entry.Text is not null =>
                [InThread(ticket, Named("announce.priority", ticket, actor).With("priority", ticket.Priority).With("reason", entry.Text))],
            Act.MoveQueue => [ToRequester(ticket, new Line("announce.moved").With("ticket", ticket.Id)), new(Destination.ThreadOf(before!), Named("announce.moved_away", ticket, actor))],
            Act.Withdraw => [ToRequester(ticket, Named("announce.withdrawn_for_you", ticket, actor)), .. Both(ticket, Named("announce.withdrawn", ticket, actor))],
            Act.CloseBySilence => [ToRequester(ticket, Named("announce.closed_by_silence", ticket, actor))],
            Act.NotARequest => [ToRequester(ticket, Named("announce.not_a_request", ticket, actor))],
            Act.RetractReply => [InThread(ticket, Named("announce.retracted", ticket, actor))],
            Act.DeleteMessage when ticket.Concerns(actor) => [InThread(ticket, Named("announce.deleted", ticket, actor))],
            Act.Split => [ToRequester(ticket, Named("announce.split", ticket, actor).With("part", ticket.Links[^1].Other))],
            Act.Merge => [ToRequester(ticket, Named("announce.merged", ticket, actor).With("into", ticket.MergedInto))],
            Act.AskHandOver => ToOwner(ticket, new TicketCard(ticket.Id, TicketCards.HandOver(entry.Sequence)), NotificationKind.Urgent),
            Act.KeepTicket => [ToAsker(before!.HandOverTo!.Value, Named("announce.kept", ticket, actor))],
            _ => Enumerable.Empty<Outgoing>(),
        };
        return all.Concat(ToFollowers(before, ticket, entry)).Where(outgoing => !IsOwnAct(outgoing, entry, actor));
    }

    // The card of a new ticket is its author's receipt, and a reply's echo tells the agent that it went out.
    private static bool IsOwnAct(Outgoing outgoing, TimelineEntry entry, Actor actor) =>
        entry.Act != Act.File && outgoing.To.Person is { } person && actor.Is(person);

    private static List<Outgoing> Filed(Ticket ticket, Actor author) =>
    [
        .. ticket.Author == ticket.Requester ? Array.Empty<Outgoing>() : FiledFor(ticket, author),
        ticket.Author == ticket.Requester
            ? new(Destination.To(ticket.Requester), new TicketCard(ticket.Id, TicketCards.Requester)) // their receipt
            : ToRequester(ticket, new TicketCard(ticket.Id, TicketCards.Requester)),
        new(Destination.Room(ticket.Queue), new TicketCard(ticket.Id, TicketCards.Agent)),
    ];

    private static Outgoing[] FiledFor(Ticket ticket, Actor author) =>
    [
        ToRequester(ticket, Named("announce.filed_for_you", ticket, author)),
        new(Destination.To(ticket.Author), new TicketCard(ticket.Id, TicketCards.Requester)),
    ];

    private static List<Outgoing> Assigned(Ticket ticket, Actor actor) =>
    [
        ToRequester(ticket, new Line("announce.assigned").With("ticket", ticket.Id)),
        .. ToOwner(ticket, Named("announce.assigned_to_you", ticket, actor)),
    ];

    // Whoever asked for the ticket hears that somebody else got it.
    private static IEnumerable<Outgoing> Missed(Ticket before, Ticket ticket, Actor actor) =>
        before.HandOverTo is { } asker && ticket.Owner != asker
            ? [ToAsker(asker, Named("announce.given_elsewhere", ticket, actor))]
            : [];

    private static List<Outgoing> Said(Ticket ticket, TimelineEntry entry, ActContext context) =>
    [
        ToRequester(ticket, new Quote(ticket.Id, entry.Sequence)),
        InThread(ticket, context.IsInThread
            ? new Echo(ticket.Id, entry.Sequence)
            : new Quote(ticket.Id, entry.Sequence)),
    ];

    private static IEnumerable<Outgoing> Commented(Ticket before, Ticket ticket, TimelineEntry entry, Actor actor)
    {
        yield return InThread(ticket, new Quote(ticket.Id, entry.Sequence));
        var isReopened = ticket.ReopenCount > before.ReopenCount;
        if (isReopened)
        {
            yield return ToRequester(ticket, Named("announce.reopened_for_you", ticket, actor));
        }

        if (isReopened || ticket.Status is Status.OnHold || before.Status is Status.Waiting)
        {
            var key = isReopened ? "announce.owner_reopened" : "announce.owner_answered";
            foreach (var outgoing in ToOwner(ticket, Named(key, ticket, actor)))
            {
                yield return outgoing;
            }
        }
    }

    // Followers hear what is said in public and how it ends, and nothing that stands between agents.
    private static IEnumerable<Outgoing> ToFollowers(Ticket? before, Ticket ticket, TimelineEntry entry)
    {
        if (WhatOthersHear(before, ticket, entry, isAuthor: false) is { } what)
        {
            foreach (var follower in ticket.Followers.Where(follower => follower != ticket.Owner))
            {
                yield return new Outgoing(Destination.To(follower), what) { Notice = new Notice(NotificationKind.Following, ToldAs.Follower) };
            }

            // Who filed it for somebody else hears the same, and may answer.
            if (ticket.Author != ticket.Requester && WhatOthersHear(before, ticket, entry, isAuthor: true) is { } told)
            {
                yield return new Outgoing(Destination.To(ticket.Author), told is Quote quote ? quote with { IsForFollower = false } : told)
                {
                    Notice = new Notice(KindOf(told), ToldAs.Author),
                };
            }
        }
    }

    private static Message? WhatOthersHear(Ticket? before, Ticket ticket, TimelineEntry entry, bool isAuthor) => entry.Act switch
    {
        Act.Reply or Act.AskRequester => new Quote(ticket.Id, entry.Sequence) { IsForFollower = true },
        Act.Resolve or Act.ResolveBySilence => About(isAuthor ? "announce.author_resolved" : "announce.follower_resolved", ticket).With("text", ticket.ResolutionText),
        _ when before is null || before.Status == ticket.Status => null,
        _ when ticket.Status is Status.Closed or Status.Withdrawn => About(isAuthor ? "announce.author_closed" : "announce.follower_closed", ticket),
        _ when ticket.ReopenCount > before.ReopenCount => About(isAuthor ? "announce.author_reopened" : "announce.follower_reopened", ticket),
        _ => null,
    };

    private static Line About(string key, Ticket ticket) => new Line(key).With("ticket", ticket.Id).With("subject", ticket.Subject);

    private static IEnumerable<Outgoing> Rejected(Ticket ticket, TimelineEntry entry, Actor actor)
    {
        yield return InThread(ticket, entry.Text is null
            ? Named("announce.not_yet", ticket, actor)
            : new Quote(ticket.Id, entry.Sequence));
        foreach (var outgoing in ToOwner(ticket, Named("announce.owner_reopened", ticket, actor)))
        {
            yield return outgoing;
        }
    }

    private static IEnumerable<Outgoing> Both(Ticket ticket, Line line) =>
        ToOwner(ticket, line).Append(InThread(ticket, line));

    private static IEnumerable<Outgoing> ToOwner(Ticket ticket, Message what, NotificationKind kind = NotificationKind.Work) =>
        ticket.Owner is { } owner ? [new Outgoing(Destination.To(owner), what) { Notice = new Notice(kind, ToldAs.Owner) }] : [];

    private static Outgoing ToAsker(PersonId asker, Message what) =>
        new(Destination.To(asker), what) { Notice = new Notice(NotificationKind.Work, ToldAs.Asker) };

    private static Outgoing ToRequester(Ticket ticket, Message what) =>
        new(Destination.To(ticket.Requester), what) { Notice = new Notice(KindOf(what), ToldAs.Requester) };

    // What somebody wrote to them, and whether it is fixed, count for more than what merely happens.
    private static NotificationKind KindOf(Message what) => what is Quote or TicketCard ? NotificationKind.Answer : NotificationKind.Progress;

    private static Outgoing InThread(Ticket ticket, Message what) => new(Destination.ThreadOf(ticket), what);

    private static Line Named(string key, Ticket ticket, Actor actor) =>
        new Line(key).With("ticket", ticket.Id).With("subject", ticket.Subject).With("name", actor.Name);
}
