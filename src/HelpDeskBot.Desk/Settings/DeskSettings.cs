using System.Collections.Immutable;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Settings;

/// <summary>A team: its people, its hours, its promises.</summary>
public sealed record QueueSettings(QueueId Id, string Name)
{
    /// <summary>The language of its shared cards.</summary>
    public string Language { get; init; } = "en";

    public string Zone => Calendar.Zone.Id;

    public required BusinessCalendar Calendar { get; init; }

    public SlaPolicy Policy { get; init; } = SlaPolicy.Default;

    /// <summary>Only its members read its tickets; admins with a reason, which is written down.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether an emoji on a ticket does something in its channel.</summary>
    public bool TakesEmoji { get; init; } = true;

    /// <summary>Whether everybody in an agent channel reads this queue's tickets; null is a direct chat, where it is up to the person.</summary>
    public bool IsReadIn(QueueId? room) => !IsPrivate || room is null || room == Id;

    /// <summary>Roles by identity, such as <c>webchat:chen</c>.</summary>
    public IReadOnlyDictionary<string, QueueRole> Members { get; init; } = ImmutableDictionary<string, QueueRole>.Empty;
}

/// <summary>What the desk decided, as of one version.</summary>
public sealed record DeskSettings
{
    public required IReadOnlyList<QueueSettings> Queues { get; init; }

    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>Who reads articles that are not for everyone; every queue is a group of its members too.</summary>
    public IReadOnlyList<GroupSettings> Groups { get; init; } = [];

    /// <summary>What agents answer often.</summary>
    public IReadOnlyList<CannedReply> Replies { get; init; } = [];

    /// <summary>What agents do often, several acts at once.</summary>
    public IReadOnlyList<Macro> Macros { get; init; } = [];

    /// <summary>Identities that configure the desk.</summary>
    public IReadOnlySet<string> Admins { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>The queue of this id; the first one for tickets of a queue that no longer exists.</summary>
    public QueueSettings Queue(QueueId id) => Queues.FirstOrDefault(queue => queue.Id == id) ?? Queues[0];

    public Category? Category(string id) => Categories.FirstOrDefault(category => category.Id == id);

    /// <summary>The category to show for a ticket; named by its id where it no longer exists.</summary>
    public Category CategoryOf(Ticket ticket) => Category(ticket.Category) ?? new Category(ticket.Category, ticket.Category, ticket.Queue, []);

    /// <summary>Whether an article can be for these readers.</summary>
    public bool IsAudience(string name) => name is Audience.Everyone or Audience.Agents
        || Groups.Any(group => group.Id == name) || Queues.Any(queue => queue.Id.Value == name);

    /// <summary>Who a person is here, given the identities that their channels vouch for.</summary>
    public Actor ActorOf(Person person, IEnumerable<string> identities)
    {
        var known = identities.ToList();
        var isAdmin = known.Any(Admins.Contains);
        var roles = Queues
            .Select(queue => (queue.Id, Role: known.Max(identity => queue.Members.GetValueOrDefault(identity, QueueRole.None))))
            .Where(membership => membership.Role != QueueRole.None)
            .ToDictionary(membership => membership.Id, membership => membership.Role);
        return new Actor(person.Id, person.Name)
        {
            IsAdmin = isAdmin,
            Queues = roles,
            Groups = GroupsOf(known, roles.Keys),
            OpenQueues = isAdmin || roles.Count > 0 ? OpenQueues() : ImmutableHashSet<QueueId>.Empty,
        };
    }

    private ImmutableHashSet<string> GroupsOf(List<string> identities, IReadOnlyCollection<QueueId> queues) =>
    [
        .. Groups.Where(group => identities.Exists(group.Members.Contains)).Select(group => group.Id),
        .. queues.Select(queue => queue.Value),
        .. queues.Count > 0 ? [Audience.Agents] : Array.Empty<string>(),
    ];

    private ImmutableHashSet<QueueId> OpenQueues() => [.. Queues.Where(queue => !queue.IsPrivate).Select(queue => queue.Id)];
}
