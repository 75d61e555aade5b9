using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Something to be said or drawn in a place, committed together with the change that caused it.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    /// <summary>Unique; the channel gets it as the idempotency key where it knows such a thing.</summary>
    public required string Key { get; init; }

    /// <summary>The destination; rows of one lane leave in order.</summary>
    public required string Lane { get; init; }

    public required OutboxKind Kind { get; init; }

    /// <summary>The <see cref="Message"/>, or the placement to refresh, as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>The ticket it is about.</summary>
    public TicketId? Ticket { get; init; }

    /// <summary>The timeline entry it says, so that its copies can be found.</summary>
    public int? Entry { get; init; }

    /// <summary>Said by the clock, not by a person's act.</summary>
    public bool IsReminder { get; init; }

    public required Instant CreatedAt { get; init; }

    public OutboxState State { get; set; }

    public int Attempts { get; set; }

    public Instant? NotBefore { get; set; }

    /// <summary>Until when its reader wants to wait, by the business clock.</summary>
    public Instant? HeldUntil { get; init; }

    public string? LeasedBy { get; set; }

    public Instant? LeaseUntil { get; set; }

    /// <summary>Grows with every lease, so that a process whose lease ran out cannot mark the row.</summary>
    public int Fence { get; set; }

    /// <summary>An attempt began, and nobody has noted how it ended: it may have been shown.</summary>
    public bool IsUnknown { get; set; }

    /// <summary>It was said again without knowing whether the first time had been shown; that happens once.</summary>
    public bool WasRepeated { get; set; }

    public Instant? SentAt { get; set; }

    public string? Error { get; set; }
}

/// <summary>The two kinds of things that leave.</summary>
internal enum OutboxKind
{
    /// <summary>Said once.</summary>
    Message,

    /// <summary>The current state drawn again where a card stands.</summary>
    Refresh,

    /// <summary>What was said drawn again or taken away, wherever it stands.</summary>
    Correction,
}

/// <summary>Where something that leaves stands.</summary>
internal enum OutboxState
{
    Pending,
    Sent,

    /// <summary>Cannot be delivered; an admin looks at it.</summary>
    Parked,

    /// <summary>Could not be delivered, and an admin gave it up.</summary>
    Discarded,

    /// <summary>Waits until its reader wants it.</summary>
    Held,

    /// <summary>Told in a digest.</summary>
    Digested,
}

/// <summary>One copy of a message in a place, so that edits, removals and undo reach it.</summary>
internal sealed class MessageCopyRow
{
    public required string OutboxKey { get; init; }

    public required string Conversation { get; init; }

    /// <summary>The channel's id of the message.</summary>
    public required string Activity { get; init; }

    public TicketId? Ticket { get; init; }

    public int? Entry { get; init; }

    public required Instant At { get; init; }
}

/// <summary>A card of a ticket that stands in a place and is kept current.</summary>
internal sealed class PlacementRow
{
    public required Guid Id { get; init; }

    public required TicketId Ticket { get; init; }

    /// <summary>Which card: the requester's or the agents'.</summary>
    public required string Card { get; init; }

    public required string Lane { get; init; }

    public required string Conversation { get; init; }

    public required string Activity { get; init; }

    /// <summary>Digest of what is shown now.</summary>
    public required string Shown { get; set; }

    public required int DrawnVersion { get; set; }
}
