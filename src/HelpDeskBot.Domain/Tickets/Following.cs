using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>People who read along though a ticket is not theirs.</summary>
public static class Following
{
    private const int MostFollowers = 20;

    /// <summary>Makes somebody a follower. Who works on the ticket, or whose it is, may ask others to; everybody else only follows themselves.</summary>
    public static Outcome<Decision> Follow(this Ticket ticket, Actor actor, Instant now, PersonId follower)
    {
        if ((ActRules.Check(Act.Follow, ticket, actor, now) ?? WrongFor(ticket, actor, follower)) is { } refusal)
        {
            return refusal;
        }

        if (follower == ticket.Requester || follower == ticket.Author)
        {
            return new Refusal("follow.theirs").With("ticket", ticket.Id).With("person", follower);
        }

        if (ticket.Followers.Contains(follower))
        {
            return new Refusal("follow.already").With("ticket", ticket.Id).With("person", follower);
        }

        return ticket.Followers.Count >= MostFollowers
            ? new Refusal("follow.many")
            : ticket.Decide(Act.Follow, actor, now, t => t with { Followers = [.. t.Followers, follower] });
    }

    /// <summary>Ends it: followers for themselves, and those who may make somebody a follower.</summary>
    public static Outcome<Decision> Unfollow(this Ticket ticket, Actor actor, Instant now, PersonId follower)
    {
        if ((ActRules.Check(Act.Unfollow, ticket, actor, now) ?? WrongFor(ticket, actor, follower)) is { } refusal)
        {
            return refusal;
        }

        return ticket.Followers.Contains(follower)
            ? ticket.Decide(Act.Unfollow, actor, now, t => t with { Followers = [.. t.Followers.Where(known => known != follower)] })
            : new Refusal("follow.not").With("ticket", ticket.Id);
    }

    /// <summary>The followers after another ticket's people came to this one: they hear how it goes on.</summary>
    internal static IReadOnlyList<PersonId> FollowersWith(this Ticket ticket, Ticket merged) =>
    [
        .. ticket.Followers.Append(merged.Requester).Append(merged.Author).Concat(merged.Followers)
            .Where(person => person != ticket.Requester && person != ticket.Author)
            .Distinct(),
    ];

    private static Refusal? WrongFor(Ticket ticket, Actor actor, PersonId follower) =>
        actor.Is(follower) || ticket.Concerns(actor) || actor.IsAgentOf(ticket.Queue) ? null : new Refusal("follow.only_yourself");
}
