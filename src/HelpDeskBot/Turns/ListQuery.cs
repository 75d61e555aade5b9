using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>Reads what an agent types to list tickets, in any language: <c>mine</c>, <c>queue</c>, <c>find vpn status:open owner:me</c>.</summary>
internal sealed class ListQuery(Turn turn, IReadOnlyList<Words> languages)
{
    private const int Longest = 200;
    private static readonly string[] Filters = ["status", "owner", "category", "priority", "tag", "queue"];

    /// <summary>The query, or why it cannot be one; null if the text asks for no list.</summary>
    public static Outcome<TicketQuery>? Parse(Turn turn, IReadOnlyList<Words> languages) => new ListQuery(turn, languages).Read();

    private Outcome<TicketQuery>? Read()
    {
        var parts = turn.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || turn.Text.Length > Longest)
        {
            return null;
        }

        if (parts.Length == 1 && Says(parts[0], "lists.say_mine"))
        {
            return new TicketQuery { IsOpen = true, Owner = turn.Actor.Person!.Value.Value };
        }

        if (parts.Length == 1 && Says(parts[0], "lists.say_queue"))
        {
            return new TicketQuery { IsOpen = true, Queue = turn.Place.Room, IsOfOwnQueues = turn.Place.Room is null && turn.Actor.IsAgentSomewhere };
        }

        return parts.Length > 1 && Says(parts[0], "lists.say_find") ? Find(parts[1..]) : (Outcome<TicketQuery>?)null;
    }

    private bool Says(string word, string key) => languages.SelectMany(words => words[key].Split(','))
        .Any(form => string.Equals(form.Trim(), word.TrimEnd('.', '!'), StringComparison.OrdinalIgnoreCase));

    private Outcome<TicketQuery> Find(string[] parts)
    {
        Outcome<TicketQuery> query = new TicketQuery();
        var rest = new List<string>();
        foreach (var part in parts)
        {
            if (part.Split(':', 2) is [var left, { Length: > 0 } value] && Filters.FirstOrDefault(filter => Says(left, $"lists.filter_{filter}")) is { } name)
            {
                query = query.Then(known => With(known, name, value));
            }
            else
            {
                rest.Add(part);
            }
        }

        return query.Select(known => known with { Words = string.Join(' ', rest) });
    }

    private Outcome<TicketQuery> With(TicketQuery query, string name, string value) => name switch
    {
        "status" when Says(value, "lists.status_open") => query with { IsOpen = true },
        "status" => Enum.GetValues<Status>().Where(status => Says(value, $"lists.status_{status}")).Select(status => (Status?)status).FirstOrDefault() is { } known
            ? query with { Status = known }
            : new Refusal("find.unknown_status").With("name", value),
        "owner" when Says(value, "lists.owner_me") => query with { Owner = turn.Actor.Person!.Value.Value },
        "owner" when Says(value, "lists.owner_nobody") => query with { IsUnowned = true },
        "owner" => query with { Owner = value },
        "tag" => query with { Tag = value.ToLowerInvariant() },
        "queue" => query with { QueueName = value },
        "category" => query with { Category = value },
        _ => value.Length == 2 && Enum.TryParse<Priority>(value, ignoreCase: true, out var priority) && Enum.IsDefined(priority)
            ? query with { Priority = priority }
            : new Refusal("find.unknown_priority").With("name", value),
    };
}
