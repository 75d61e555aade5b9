namespace HelpDeskBot.Domain.People;

/// <summary>One human, however many channels they use.</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A team's list of tickets.</summary>
public readonly record struct QueueId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What somebody may do in a queue.</summary>
public enum QueueRole
{
    /// <summary>Not a member.</summary>
    None,

    /// <summary>Works the queue's tickets.</summary>
    Agent,

    /// <summary>An agent who also gets escalations and may reassign anything in the queue.</summary>
    Lead,
}

/// <summary>Whoever acts now, as authenticated by the channel, with roles; rights never come from a payload.</summary>
public sealed record Actor(PersonId? Person, string Name)
{
    /// <summary>The desk itself: clocks and automatic closing.</summary>
    public static Actor System { get; } = new(null, "HelpDeskBot");

    /// <summary>The channel's account by which they act, such as <c>webchat:chen</c>.</summary>
    public string? Identity { get; init; }

    public bool IsAdmin { get; init; }

    /// <summary>The queues this person works in.</summary>
    public IReadOnlyDictionary<QueueId, QueueRole> Queues { get; init; } = new Dictionary<QueueId, QueueRole>();

    /// <summary>Queues of others whose tickets this person reads too: for agents and admins, those that are not private.</summary>
    public IReadOnlySet<QueueId> OpenQueues { get; init; } = new HashSet<QueueId>();

    /// <summary>Groups whose articles this person reads: those of the desk's settings, their queues, and <c>agents</c> for agents.</summary>
    public IReadOnlySet<string> Groups { get; init; } = new HashSet<string>();

    public bool IsSystem => Person is null;

    public bool IsAgentSomewhere => Queues.Values.Any(role => role >= QueueRole.Agent);

    public bool LeadsSomewhere => Queues.Values.Any(role => role == QueueRole.Lead);

    /// <summary>Whether there are tickets that this person reads without being asked about them.</summary>
    public bool ReadsQueues => IsAgentSomewhere || OpenQueues.Count > 0;

    public QueueRole RoleIn(QueueId queue) => Queues.GetValueOrDefault(queue, QueueRole.None);

    public bool IsAgentOf(QueueId queue) => RoleIn(queue) >= QueueRole.Agent;

    public bool IsLeadOf(QueueId queue) => RoleIn(queue) == QueueRole.Lead;

    public bool Is(PersonId? person) => Person is not null && Person == person;
}
