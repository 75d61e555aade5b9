namespace HelpDeskBot.Domain.Tickets;

/// <summary>Where a ticket stands.</summary>
public enum Status
{
    /// <summary>Nobody owns it.</summary>
    New,

    /// <summary>Owned and worked on.</summary>
    InProgress,

    /// <summary>The agent asked the requester.</summary>
    Waiting,

    /// <summary>Waits for a third party or a date, with a reason and a wake-up time.</summary>
    OnHold,

    /// <summary>The agent says it is solved; the requester confirms, or silence closes it.</summary>
    Resolved,

    /// <summary>Final, except inside the grace period.</summary>
    Closed,

    /// <summary>The requester took it back.</summary>
    Withdrawn,
}

/// <summary>The table of statuses and their categories.</summary>
public static class Statuses
{
    public static StatusCategory Category(this Status status) => status switch
    {
        Status.New or Status.InProgress => StatusCategory.Open,
        Status.Waiting or Status.OnHold => StatusCategory.Paused,
        _ => StatusCategory.Resolved,
    };

    /// <summary>Open or paused: work is not finished.</summary>
    public static bool IsActive(this Status status) => status.Category() != StatusCategory.Resolved;
}
