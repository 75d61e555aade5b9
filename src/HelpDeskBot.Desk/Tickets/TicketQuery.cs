using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which tickets an agent asks for.</summary>
public sealed record TicketQuery
{
    /// <summary>Words to find; empty where only filters count.</summary>
    public string Words { get; init; } = "";

    /// <summary>Only what has not ended.</summary>
    public bool IsOpen { get; init; }

    public Status? Status { get; init; }

    /// <summary>The owner's id, or the beginning of their name.</summary>
    public string? Owner { get; init; }

    public bool IsUnowned { get; init; }

    /// <summary>The category's id, or a part of its name.</summary>
    public string? Category { get; init; }

    public Priority? Priority { get; init; }

    /// <summary>A tag, whole.</summary>
    public string? Tag { get; init; }

    public QueueId? Queue { get; init; }

    /// <summary>Only of queues in which whoever asks works.</summary>
    public bool IsOfOwnQueues { get; init; }

    /// <summary>A queue's id, or a part of its name.</summary>
    public string? QueueName { get; init; }
}

/// <summary>One page of a list. <see cref="Number"/> counts from 0.</summary>
public sealed record TicketPage(IReadOnlyList<ListedTicket> Tickets, int Number, bool HasMore, Instant Now);

/// <summary>A ticket in an agents' list.</summary>
public sealed record ListedTicket(Ticket Ticket, string? OwnerName, ClockReading Clock);
