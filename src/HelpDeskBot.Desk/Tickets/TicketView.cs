using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Surveys;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Everything a card may show of a ticket.</summary>
public sealed record TicketView(Ticket Ticket, ClockReading Clock, Instant Now)
{
    public required string RequesterName { get; init; }

    public required string? OwnerName { get; init; }

    public required Category Category { get; init; }

    public required string QueueName { get; init; }

    /// <summary>Who filed it for the requester; null if they did.</summary>
    public string? AuthorName { get; init; }

    public IReadOnlyList<string> FollowerNames { get; init; } = [];

    /// <summary>How much of it is shown to who works on it, where it is shown.</summary>
    public Sight Sight { get; init; }

    /// <summary>Articles shown before filing, with what became of them.</summary>
    public IReadOnlyList<TriedArticle> Tried { get; init; } = [];

    /// <summary>The last thing said in public, if anything was said after filing.</summary>
    public QuoteView? LastMessage { get; init; }

    /// <summary>The entry that says how it ended, if it did.</summary>
    public int? ResolutionEntry { get; init; }

    /// <summary>Files on the ticket.</summary>
    public IReadOnlyList<FileView> Files { get; init; } = [];

    public IReadOnlyList<Survey> Surveys { get; init; } = [];

    /// <summary>Why it is on hold, if it is.</summary>
    public string? HoldReason { get; init; }

    public IReadOnlyList<HandOverView> HandOvers { get; init; } = [];
}

/// <summary>An article the requester saw before filing.</summary>
public sealed record TriedArticle(string Slug, string Title, bool Opened, bool Rejected);

/// <summary>One thing said on a ticket.</summary>
public sealed record QuoteView(TimelineEntry Entry, string ByName, bool ByAgent)
{
    /// <summary>These are not the first words of it.</summary>
    public bool IsEdited { get; init; }

    /// <summary>It is a reply that can still be undone.</summary>
    public bool CanUndo { get; init; }

    public IReadOnlyList<FileView> Files { get; init; } = [];
}

/// <summary>An agent's question whether they may have the ticket, with the entry that asked.</summary>
public sealed record HandOverView(int Entry, string AskerName, HandOverState State);

/// <summary>A ticket in a list.</summary>
public sealed record TicketLine(TicketId Id, string Subject, Status Status, Priority Priority, PersonId? Owner, string? OwnerName, Instant FiledAt);
