using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>Reads what an agent types to list tickets: <c>mine</c>, <c>queue</c>, <c>find vpn status:open owner:me</c>.</summary>
internal static class ListQuery
{
    private const int Longest = 200;

    private static readonly Dictionary<string, Status> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["new"] = Status.New,
        ["progress"] = Status.InProgress,
        ["waiting"] = Status.Waiting,
        ["hold"] = Status.OnHold,
        ["resolved"] = Status.Resolved,
        ["closed"] = Status.Closed,
        ["withdrawn"] = Status.Withdrawn,
    };

    /// <summary>The query, or why it cannot be one; null if the text asks for no list.</summary>
    public static Outcome<TicketQuery>? Parse(Turn turn, Words words)
    {
        var parts = turn.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || turn.Text.Length > Longest)
        {
            return null;
        }

        if (parts.Length == 1 && Says(parts[0], words["lists.say_mine"]))
        {
            return new TicketQuery { IsOpen = true, Owner = turn.Actor.Person!.Value.Value };
        }

        if (parts.Length == 1 && Says(parts[0], words["lists.say_queue"]))
        {
            return new TicketQuery { IsOpen = true, Queue = turn.Place.Room, IsOfOwnQueues = turn.Place.Room is null && turn.Actor.IsAgentSomewhere };
        }

        return parts.Length > 1 && Says(parts[0], words["lists.say_find"]) ? Find(parts[1..], turn) : (Outcome<TicketQuery>?)null;
    }

    private static bool Says(string word, string forms) =>
        forms.Split(',').Any(form => string.Equals(form.Trim(), word.TrimEnd('.', '!'), StringComparison.OrdinalIgnoreCase));

    private static Outcome<TicketQuery> Find(string[] parts, Turn turn)
    {
        Outcome<TicketQuery> query = new TicketQuery();
        var rest = new List<string>();
        foreach (var part in parts)
        {
            var (name, value) = part.Split(':', 2) is [var left, { Length: > 0 } right] ? (left.ToLowerInvariant(), right) : ("", part);
            if (name is "status" or "owner" or "category" or "priority" or "tag" or "queue")
            {
                query = query.Then(known => With(known, name, value, turn));
            }
            else
            {
                rest.Add(part);
            }
        }

        return query.Select(known => known with { Words = string.Join(' ', rest) });
    }

    private static Outcome<TicketQuery> With(TicketQuery query, string name, string value, Turn turn) => name switch
    {
        "status" when value.Equals("open", StringComparison.OrdinalIgnoreCase) => query with { IsOpen = true },
        "status" => Statuses.TryGetValue(value, out var status) ? query with { Status = status } : new Refusal("find.unknown_status").With("name", value),
        "owner" when value.Equals("me", StringComparison.OrdinalIgnoreCase) => query with { Owner = turn.Actor.Person!.Value.Value },
        "owner" when value.Equals("nobody", StringComparison.OrdinalIgnoreCase) => query with { IsUnowned = true },
        "owner" => query with { Owner = value },
        "tag" => query with { Tag = value.ToLowerInvariant() },
        "queue" => query with { QueueName = value },
        "category" => query with { Category = value },
        _ => value.Length == 2 && Enum.TryParse<Priority>(value, ignoreCase: true, out var priority) && Enum.IsDefined(priority)
            ? query with { Priority = priority }
            : new Refusal("find.unknown_priority").With("name", value),
    };
}
