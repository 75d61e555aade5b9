using NodaTime;

namespace HelpDeskBot.Desk.Search;

/// <summary>What a classifier of tickets tells apart.</summary>
internal enum TicketLabel
{
    Category,

    /// <summary>Whether something broke or something is wanted.</summary>
    Type,
}

/// <summary>A classifier that was trained from the desk's own tickets; the newest is in force on every node.</summary>
internal sealed class ModelRow
{
    public required TicketLabel Label { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Version { get; init; }

    public required Instant TrainedAt { get; init; }

    /// <summary>How many tickets it learned from.</summary>
    public required int Tickets { get; init; }

    public required byte[] Content { get; init; }
}
