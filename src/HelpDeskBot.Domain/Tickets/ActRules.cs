using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>Who may do an act.</summary>
internal enum Who
{
    /// <summary>An agent or lead of the ticket's queue.</summary>
    Agent,

    /// <summary>An agent of the queue; the requester too, as long as nobody has taken the ticket up.</summary>
    AgentOrRequesterWhileNew,

    Requester,

    RequesterOrAuthor,

    /// <summary>The owner, a lead of the queue, or an agent taking an unowned ticket.</summary>
    OwnerOrLead,

    /// <summary>An agent of the queue, about a ticket that somebody else owns.</summary>
    OtherAgent,

    Owner,

    /// <summary>Only the desk's own clock.</summary>
    System,

    /// <summary>Whoever wrote what the act is about.</summary>
    Writer,

    /// <summary>Whoever may read the ticket.</summary>
    Reader,
}

/// <summary>The table of acts: who may do each, and from which statuses. Anything not in it is refused.</summary>
public static class ActRules
{
    private static readonly Status[] Active = [Status.New, Status.InProgress, Status.Waiting, Status.OnHold];
    private static readonly Status[] Any = Enum.GetValues<Status>();

    private static readonly Dictionary<Act, Rule> Table = new()
    {
        [Act.Claim] = new(Who.Agent, Active),
        [Act.Assign] = new(Who.OwnerOrLead, Active),
        [Act.Reply] = new(Who.Agent, [.. Active, Status.Resolved]),
        [Act.AskRequester] = new(Who.Agent, Active),
        [Act.Note] = new(Who.Agent, Any),
        [Act.Hold] = new(Who.Agent, Active),
        [Act.WakeUp] = new(Who.System, [Status.OnHold]),
        [Act.Comment] = new(Who.RequesterOrAuthor, Any, InGrace: true),
        [Act.Resolve] = new(Who.Agent, Active),
        [Act.Confirm] = new(Who.Requester, [Status.Resolved]),
        [Act.NotYet] = new(Who.Requester, [Status.Resolved]),
        [Act.Reopen] = new(Who.Agent, [Status.Resolved, Status.Closed], InGrace: true),
        [Act.Withdraw] = new(Who.RequesterOrAuthor, Active),
        [Act.NotARequest] = new(Who.Agent, [Status.New, Status.InProgress]),
        [Act.Merge] = new(Who.Agent, Active),
        [Act.SetPriority] = new(Who.AgentOrRequesterWhileNew, Active),
        [Act.SetCategory] = new(Who.AgentOrRequesterWhileNew, Active),
        [Act.SetType] = new(Who.AgentOrRequesterWhileNew, Active),
        [Act.SetImpact] = new(Who.AgentOrRequesterWhileNew, Active),
        [Act.SetUrgency] = new(Who.AgentOrRequesterWhileNew, Active),
        [Act.MoveQueue] = new(Who.AgentOrRequesterWhileNew, Active),
        [Act.ResolveBySilence] = new(Who.System, [Status.Waiting]),
        [Act.CloseBySilence] = new(Who.System, [Status.Resolved]),
        [Act.AskHandOver] = new(Who.OtherAgent, Active),
        [Act.KeepTicket] = new(Who.Owner, Active),
        [Act.TakeIn] = new(Who.Agent, Active),
        [Act.Check] = new(Who.Agent, Any),
        [Act.Split] = new(Who.Agent, Active),
        [Act.Link] = new(Who.Agent, Any),
        [Act.LogTime] = new(Who.Agent, Any),
        [Act.Tag] = new(Who.Agent, Any),
        [Act.Follow] = new(Who.Reader, Any),
        [Act.FollowUp] = new(Who.RequesterOrAuthor, [Status.Closed, Status.Withdrawn]),
        [Act.Unfollow] = new(Who.Reader, Any),
        [Act.RetractReply] = new(Who.Agent, Any),
        [Act.EditMessage] = new(Who.Writer, Any),
        [Act.DeleteMessage] = new(Who.Writer, Any),
    };

    /// <summary>Why this actor may not do this act now, or null if nothing in the table forbids it.</summary>
    public static Refusal? Check(Act act, Ticket ticket, Actor actor, Instant now)
    {
        var rule = Table[act];
        return (WrongPerson(rule.Who, ticket, actor) ?? WrongStatus(rule, ticket, now))?.With("ticket", ticket.Id);
    }

    /// <summary>Whether a button for this act makes sense on a card this actor sees.</summary>
    public static bool Allows(Act act, Ticket ticket, Actor actor, Instant now) => Check(act, ticket, actor, now) is null;

    /// <summary>Why nobody may do this act now, whoever it is.</summary>
    public static Refusal? CheckStatus(Act act, Ticket ticket, Instant now) => WrongStatus(Table[act], ticket, now)?.With("ticket", ticket.Id);

    private static Refusal? WrongPerson(Who who, Ticket ticket, Actor actor) => who switch
    {
        Who.System => actor.IsSystem ? null : new Refusal("act.system_only"),
        Who.Requester => actor.Is(ticket.Requester) ? null : new Refusal("act.requester_only"),
        Who.RequesterOrAuthor => ticket.Concerns(actor) ? null : new Refusal("act.requester_only"),
        Who.OwnerOrLead => WrongAssigner(ticket, actor),
        Who.AgentOrRequesterWhileNew => WrongClassifier(ticket, actor),
        Who.OtherAgent => WrongAsker(ticket, actor),
        Who.Owner => actor.Is(ticket.Owner) ? null : new Refusal("act.owner_only"),
        Who.Writer => actor.IsSystem ? new Refusal("act.people_only") : null,
        Who.Reader => !actor.IsSystem && TicketAccess.CanRead(ticket, actor) ? null : new Refusal("act.agents_only"),
        _ => actor.IsAgentOf(ticket.Queue) ? null : new Refusal("act.agents_only"),
    };

    private static Refusal? WrongAssigner(Ticket ticket, Actor actor)
    {
        if (!actor.IsAgentOf(ticket.Queue))
        {
            return new Refusal("act.agents_only");
        }

        return actor.IsLeadOf(ticket.Queue) || actor.Is(ticket.Owner) || ticket.Owner is null ? null : new Refusal("act.leads_only");
    }

    private static Refusal? WrongAsker(Ticket ticket, Actor actor)
    {
        if (!actor.IsAgentOf(ticket.Queue))
        {
            return new Refusal("act.agents_only");
        }

        if (ticket.Owner is null)
        {
            return new Refusal("hand_over.nobody_has_it");
        }

        return actor.Is(ticket.Owner) ? new Refusal("ticket.already_yours") : null;
    }

    private static Refusal? WrongClassifier(Ticket ticket, Actor actor)
    {
        if (actor.IsAgentOf(ticket.Queue))
        {
            return null;
        }

        if (!actor.Is(ticket.Requester))
        {
            return new Refusal("act.agents_only");
        }

        return ticket.Status is Status.New ? null : new Refusal("act.only_while_new");
    }

    private static Refusal? WrongStatus(Rule rule, Ticket ticket, Instant now)
    {
        if (!rule.From.Contains(ticket.Status))
        {
            return new Refusal(CodeOf(ticket.Status));
        }

        if (!rule.InGrace || ticket.Status is not (Status.Closed or Status.Withdrawn))
        {
            return null;
        }

        if (ticket.MergedInto is { } into)
        {
            return new Refusal("ticket.merged").With("into", into);
        }

        return ticket.IsInGrace(now) ? null : new Refusal("ticket.closed_for_good");
    }

    private static string CodeOf(Status status) => status switch
    {
        Status.New => "ticket.is_new",
        Status.InProgress => "ticket.is_in_progress",
        Status.Waiting => "ticket.is_waiting",
        Status.OnHold => "ticket.is_on_hold",
        Status.Resolved => "ticket.is_resolved",
        Status.Closed => "ticket.is_closed",
        _ => "ticket.is_withdrawn",
    };

    private sealed record Rule(Who Who, IReadOnlyList<Status> From, bool InGrace = false);
}
