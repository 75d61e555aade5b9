using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>A file that somebody attached.</summary>
public readonly record struct AttachmentId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

/// <summary>The state of a ticket after the timeline entries up to <see cref="Version"/>.</summary>
public sealed record Ticket
{
    /// <summary>How long after closing or withdrawing a reply still reopens.</summary>
    public static readonly Duration GracePeriod = Duration.FromDays(7);

    public required TicketId Id { get; init; }

    /// <summary>Sequence of the last timeline entry, starting at 1.</summary>
    public int Version { get; init; }

    /// <summary>Version of the last change of status or owner; what a button that changes status was drawn for.</summary>
    public int StatusVersion { get; init; }

    public Status Status { get; init; }

    /// <summary>When the status last changed.</summary>
    public Instant StatusSince { get; init; }

    public PersonId? Owner { get; init; }

    /// <summary>When the owner last changed.</summary>
    public Instant OwnerSince { get; init; }

    /// <summary>The employee the ticket is for.</summary>
    public PersonId Requester { get; init; }

    /// <summary>Who filed it; someone else than the requester when filed on behalf.</summary>
    public PersonId Author { get; init; }

    public QueueId Queue { get; init; }

    public TicketType Type { get; init; }

    public string Category { get; init; } = "";

    public Impact Impact { get; init; }

    public Urgency Urgency { get; init; }

    public Priority Priority { get; init; }

    public string Subject { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Articles shown before filing, in order.</summary>
    public IReadOnlyList<string> ArticlesShown { get; init; } = [];

    /// <summary>Those of <see cref="ArticlesShown"/> that were read in full.</summary>
    public IReadOnlyList<string> ArticlesOpened { get; init; } = [];

    /// <summary>Those of <see cref="ArticlesShown"/> that did not help.</summary>
    public IReadOnlyList<string> ArticlesRejected { get; init; } = [];

    public Instant FiledAt { get; init; }

    /// <summary>When an agent's first public message went out.</summary>
    public Instant? FirstResponseAt { get; init; }

    /// <summary>When it was last resolved; null once reopened.</summary>
    public Instant? ResolvedAt { get; init; }

    /// <summary>When it was closed or withdrawn; the grace period counts from here.</summary>
    public Instant? ClosedAt { get; init; }

    public ResolutionReason? Resolution { get; init; }

    public string? ResolutionText { get; init; }

    /// <summary>When a ticket on hold comes back.</summary>
    public Instant? WakeUpAt { get; init; }

    public int ReopenCount { get; init; }

    /// <summary>The ticket this one was merged into.</summary>
    public TicketId? MergedInto { get; init; }

    /// <summary>The tickets that were merged into this one.</summary>
    public IReadOnlyList<TicketId> MergedFrom { get; init; } = [];

    /// <summary>Tickets that have to do with this one, and how.</summary>
    public IReadOnlyList<TicketLink> Links { get; init; } = [];

    /// <summary>People who read along though it is not theirs: what is said in public, and how it ends.</summary>
    public IReadOnlyList<PersonId> Followers { get; init; } = [];

    /// <summary>What agents sort it by, each between spaces (<c>" vip onsite "</c>), so that one can be found.</summary>
    public string Tags { get; init; } = "";

    /// <summary>What is to be done, one item a line: its number, <c>x</c> or <c>-</c>, and what it is.</summary>
    public string Checklist { get; init; } = "";

    /// <summary>How long agents worked on it, in all.</summary>
    public int WorkedMinutes { get; init; }

    /// <summary>The agent who asks the owner to hand it over, until that is answered.</summary>
    public PersonId? HandOverTo { get; init; }

    /// <summary>Version at which <see cref="HandOverTo"/> last changed; what the owner's question was asked for.</summary>
    public int HandOverVersion { get; init; }

    /// <summary>Whether a reply at <paramref name="now"/> still reopens a closed or withdrawn ticket.</summary>
    public bool IsInGrace(Instant now) => ClosedAt is { } closed && now - closed <= GracePeriod;

    public bool IsFollowedBy(Actor actor) => Followers.Any(follower => actor.Is(follower));

    /// <summary>Whether this person is the requester or the author.</summary>
    public bool Concerns(Actor actor) => actor.Is(Requester) || actor.Is(Author);
}

/// <summary>Why a ticket ended.</summary>
public enum ResolutionReason
{
    Solved,
    Workaround,
    NotReproducible,
    WillNotDo,
    NoAnswer,
    NotARequest,
    Merged,
}
