using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using NodaTime;
using static HelpDeskBot.Domain.Tickets.Status;

namespace HelpDeskBot.Tests.Domain.Tickets;

/// <summary>The table of acts as the product describes it, written down a second time: who, from where, to where.</summary>
internal static class ActTable
{
    private static readonly Status[] Active = [New, InProgress, Waiting, OnHold];
    private static readonly Status[] All = Enum.GetValues<Status>();
    private static readonly string[] Agents = ["owner", "agent", "lead"];
    private static readonly string[] People = ["requester", "author", "stranger", "owner", "agent", "lead", "admin", "agent of another queue"];
    private static readonly string[] Requesters = ["requester", "author"];

    public static IReadOnlyDictionary<string, Actor> Roles { get; } = new Dictionary<string, Actor>
    {
        ["requester"] = TicketStory.Amina,
        ["author"] = TicketStory.Bruno,
        ["stranger"] = TicketStory.Stranger,
        ["owner"] = TicketStory.Chen,
        ["agent"] = TicketStory.Dana,
        ["lead"] = TicketStory.Elif,
        ["admin"] = TicketStory.Farid,
        ["agent of another queue"] = TicketStory.Gina,
        ["system"] = Actor.System,
    };

    public static IReadOnlyDictionary<Act, Row> Rows { get; } = new Dictionary<Act, Row>
    {
        [Act.Claim] = new(Agents, Active, (t, a, now) => t.Claim(a, now), Worked),
        [Act.Assign] = new(Agents, Active, (t, a, now) => t.Assign(a, now, Assignee(t, a)), Worked),
        [Act.Reply] = new(Agents, [.. Active, Resolved], (t, a, now) => t.Reply(a, now, "Hello"), Worked),
        [Act.AskRequester] = new(Agents, Active, (t, a, now) => t.AskRequester(a, now, "Which one?"), (_, _) => Waiting),
        [Act.Note] = new(Agents, All, (t, a, now) => t.Note(a, now, "Looks like the token server"), Same),
        [Act.Hold] = new(Agents, Active, (t, a, now) => t.Hold(a, now, "Vendor", now + Duration.FromDays(2)), (_, _) => OnHold),
        [Act.WakeUp] = new(["system"], [OnHold], (t, a, now) => t.WakeUp(a, now + Duration.FromDays(1)), (_, owned) => owned ? InProgress : New),
        [Act.Comment] = new(Requesters, All, (t, a, now) => t.Comment(a, now, "Any news?"), Commented),
        [Act.Resolve] = new(Agents, Active, (t, a, now) => t.Resolve(a, now, ResolutionReason.Solved, "Fixed"), (_, _) => Resolved),
        [Act.Confirm] = new(["requester"], [Resolved], (t, a, now) => t.Confirm(a, now), (_, _) => Closed),
        [Act.NotYet] = new(["requester"], [Resolved], (t, a, now) => t.NotYet(a, now), (_, owned) => owned ? InProgress : New),
        [Act.Reopen] = new(Agents, [Resolved, Closed], (t, a, now) => t.Reopen(a, now), (_, _) => InProgress),
        [Act.Withdraw] = new(Requesters, Active, (t, a, now) => t.Withdraw(a, now), (_, _) => Withdrawn),
        [Act.NotARequest] = new(Agents, [New, InProgress], (t, a, now) => t.NotARequest(a, now), (_, _) => Closed),
        [Act.Merge] = new(Agents, Active, (t, a, now) => t.Merge(a, now, Other), (_, _) => Closed),
        [Act.SetPriority] = new(Agents, Active, (t, a, now) => t.SetPriority(a, now, Priority.P1), Same, RequesterWhileNew: true),
        [Act.SetCategory] = new(Agents, Active, (t, a, now) => t.SetCategory(a, now, "mobile"), Same, RequesterWhileNew: true),
        [Act.SetType] = new(Agents, Active, (t, a, now) => t.SetType(a, now, TicketType.ServiceRequest), Same, RequesterWhileNew: true),
        [Act.SetImpact] = new(Agents, Active, (t, a, now) => t.SetImpact(a, now, Impact.Everyone), Same, RequesterWhileNew: true),
        [Act.SetUrgency] = new(Agents, Active, (t, a, now) => t.SetUrgency(a, now, Urgency.CannotWork), Same, RequesterWhileNew: true),
        [Act.MoveQueue] = new(Agents, Active, (t, a, now) => t.MoveQueue(a, now, TicketStory.OtherQueue, ownerWorksThere: true), Same, RequesterWhileNew: true),
        [Act.ResolveBySilence] = new(["system"], [Waiting], (t, a, now) => t.ResolveBySilence(a, now), (_, _) => Resolved),
        [Act.RetractReply] = new(Agents, All, (t, a, now) => t.RetractReply(a, now, Wrote(t, a, Act.Reply), 9, isInTime: true), Same),
        [Act.EditMessage] = new(People, All, (t, a, now) => t.EditMessage(a, now, Wrote(t, a, Act.Comment), 9, "What I meant"), Same),
        [Act.DeleteMessage] = new(People, All, (t, a, now) => t.DeleteMessage(a, now, Wrote(t, a, Act.Note), 9), Same),
        [Act.CloseBySilence] = new(["system"], [Resolved], (t, a, now) => t.CloseBySilence(a, now), (_, _) => Closed),
        [Act.AskHandOver] = new(Agents, Active, (t, a, now) => t.AskHandOver(a, now), Same),
        [Act.KeepTicket] = new(["owner"], Active, (t, a, now) => t.Keep(a, now, t.HandOverVersion), Same),
        [Act.TakeIn] = new(Agents, Active, (t, a, now) => t.TakeIn(a, now, Other), Same),
        [Act.Follow] = new([.. Requesters, .. Agents], All, (t, a, now) => t.Follow(a, now, TicketStory.Colleague), Same),
        [Act.FollowUp] = new(Requesters, [Closed, Withdrawn], (t, a, now) => t.FollowUp(a, now + Duration.FromDays(8), Other.Id), Same),
        [Act.Split] = new(Agents, Active, (t, a, now) => t.Split(a, now, Other.Id), Same),
        [Act.Check] = new(Agents, All, (t, a, now) => t.Check(a, now, [], [], "Order a bulb"), Same),
        [Act.Unfollow] = new([.. Requesters, .. Agents], All, (t, a, now) => t.Unfollow(a, now, TicketStory.Colleague), Same),
        [Act.LogTime] = new(Agents, All, (t, a, now) => t.LogTime(a, now, "15m", ""), Same),
        [Act.Tag] = new(Agents, All, (t, a, now) => t.Tag(a, now, "vip", ""), Same),
        [Act.Link] = new(Agents, All, (t, a, now) => t.Link(a, now, Other.Id, LinkKind.DuplicateOf), Same),
    };

    private static Ticket Other => TicketStory.Filed().Ticket with { Id = new TicketId(2002) };

    /// <summary>The code that this cell must be refused with, or null if the act is allowed.</summary>
    public static string? Refusal(Act act, Status status, string role, bool isOwned)
    {
        var row = Rows[act];
        return WrongRole(act, row, status, role, isOwned) ?? WrongStatus(row, status) ?? (act is Act.Claim && isOwned
            ? role == "owner" ? "ticket.already_yours" : "ticket.taken"
            : null);
    }

    private static string? WrongRole(Act act, Row row, Status status, string role, bool isOwned)
    {
        if (row.RequesterWhileNew && role == "requester")
        {
            return status is New ? null : "act.only_while_new";
        }

        if (act is Act.KeepTicket)
        {
            return isOwned && role == "owner" ? null : "act.owner_only";
        }

        if (!row.Who.Contains(role))
        {
            return row.Who is ["system"] ? "act.system_only"
                : row.Who.Contains("stranger") ? "act.people_only"
                : act is Act.Follow or Act.Unfollow ? "act.agents_only"
                : row.Who.Contains("requester") ? "act.requester_only"
                : "act.agents_only";
        }

        return act switch
        {
            Act.Assign when isOwned && role == "agent" => "act.leads_only",
            Act.AskHandOver when !isOwned => "hand_over.nobody_has_it",
            Act.AskHandOver when role == "owner" => "ticket.already_yours",
            _ => null,
        };
    }

    private static string? WrongStatus(Row row, Status status) => row.From.Contains(status)
        ? null
        : status switch
        {
            New => "ticket.is_new",
            InProgress => "ticket.is_in_progress",
            Waiting => "ticket.is_waiting",
            OnHold => "ticket.is_on_hold",
            Resolved => "ticket.is_resolved",
            Closed => "ticket.is_closed",
            _ => "ticket.is_withdrawn",
        };

    // Acts that claim an unowned ticket take a new one into work and leave the other statuses.
    private static Status Worked(Status from, bool owned) => from is New ? InProgress : from;

    // Whoever acts has written something before.
    private static TimelineEntry[] Wrote(Ticket ticket, Actor actor, Act act) =>
        [new TimelineEntry(ticket.Id, 9, ticket.FiledAt, actor.Person, act) { Text = "Hello" }];

    private static Status Same(Status from, bool owned) => from;

    private static Status Commented(Status from, bool owned) => from switch
    {
        Waiting or Resolved or Closed => owned ? InProgress : New,
        Withdrawn => New,
        _ => from,
    };

    // The lead and the owner hand over to Dana; an agent takes an unowned ticket.
    private static Actor Assignee(Ticket ticket, Actor actor) =>
        actor == TicketStory.Chen && ticket.Owner is null ? TicketStory.Chen : TicketStory.Dana;

    internal sealed record Row(
        string[] Who, Status[] From, Func<Ticket, Actor, Instant, Outcome<Decision>> Run, Func<Status, bool, Status> To, bool RequesterWhileNew = false);
}
