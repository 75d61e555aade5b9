using NodaTime;

namespace HelpDeskBot.Desk.Inbox;

/// <summary>A delivery that a channel acknowledged, kept until a turn has dealt with it.</summary>
internal sealed class InboxRow
{
    /// <summary>Order of arrival.</summary>
    public long Id { get; init; }

    public required string Channel { get; init; }

    /// <summary>What the channel calls this delivery; unique per channel, so that a repeated delivery changes nothing.</summary>
    public required string DeliveryKey { get; init; }

    /// <summary>Conversation and thread; rows of one lane are dealt with in order.</summary>
    public required string Lane { get; init; }

    /// <summary>The delivery as the channel sent it, authenticated; empty if nothing of it may be kept.</summary>
    public required string Body { get; set; }

    public required Instant ReceivedAt { get; init; }

    public InboxState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>The process that deals with it, until <see cref="LeaseUntil"/>.</summary>
    public string? LeasedBy { get; set; }

    public Instant? LeaseUntil { get; set; }

    /// <summary>Grows with every lease, so that a process whose lease ran out cannot finish the row.</summary>
    public int Fence { get; set; }

    public Instant? DoneAt { get; set; }

    /// <summary>The error's reference number, where the row was parked.</summary>
    public string? Error { get; set; }
}

/// <summary>Where a delivery stands.</summary>
internal enum InboxState
{
    Pending,
    Done,

    /// <summary>Failed too often; an admin looks at it.</summary>
    Parked,
}

/// <summary>An act of a card that was answered; the same press again gets the same answer.</summary>
internal sealed class ActionReceiptRow
{
    /// <summary>Derived from placement, version drawn and verb, or a form's nonce.</summary>
    public required string Key { get; init; }

    public required string Person { get; init; }

    public required string Answer { get; init; }

    public required Instant At { get; init; }
}
