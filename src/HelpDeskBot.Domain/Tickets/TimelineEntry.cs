using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>One field that an act changed, in the canonical text form of <see cref="TicketFields"/>; null is "no value".</summary>
public sealed record Change(string Field, string? From, string? To);

/// <summary>One line of a ticket's history: who did what when, and every field it changed. Never altered once written.</summary>
public sealed record TimelineEntry(TicketId Ticket, int Sequence, Instant At, PersonId? By, Act Act)
{
    /// <summary>The fields the act changed; empty for acts that only say something.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>What was written, if anything: the reply, the note, the description, the resolution.</summary>
    public string? Text { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];

    /// <summary>The entry that this one corrects or takes back.</summary>
    public int? About { get; init; }

    /// <summary>Whether the requester may read it.</summary>
    public bool IsPublic => Act is Act.File or Act.Reply or Act.AskRequester or Act.Comment or Act.Resolve or Act.NotYet;
}

/// <summary>What a decision gives: the ticket as it will be, and the entry that says how it became so.</summary>
public sealed record Decision(Ticket Ticket, TimelineEntry Entry);
