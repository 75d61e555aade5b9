using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Desk.Storage;

/// <summary>A person as one channel vouches for them.</summary>
internal sealed class IdentityRow
{
    public required string Channel { get; init; }

    public required string Account { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Their address as the channel has verified it, in small letters.</summary>
    public string? Email { get; init; }
}

/// <summary>One line of a ticket's history; never updated, never deleted.</summary>
internal sealed class TimelineRow
{
    public required TicketId Ticket { get; init; }

    public required int Sequence { get; init; }

    public required Instant At { get; init; }

    public PersonId? By { get; init; }

    public required Act Act { get; init; }

    /// <summary>The changes, as JSON.</summary>
    public required string Changes { get; init; }

    /// <summary>Ids of files, separated by spaces.</summary>
    public required string Files { get; init; }

    /// <summary>The entry that this one corrects or takes back.</summary>
    public int? About { get; init; }

    public string? TextDigest { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }
}

/// <summary>What was written in an entry, apart from it so that a person's words can be erased and the chain still holds.</summary>
internal sealed class TimelineTextRow
{
    public required TicketId Ticket { get; init; }

    public required int Sequence { get; init; }

    public required string Salt { get; init; }

    public required string Text { get; set; }
}

/// <summary>A file on a ticket, or on its way to one.</summary>
internal sealed class AttachmentRow
{
    public required AttachmentId Id { get; init; }

    public TicketId? Ticket { get; set; }

    public required PersonId By { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    public required Instant At { get; init; }

    public FileView ToView() => new(Id.Value, Name, ContentType, Size);
}

/// <summary>A piece of a file, where files are kept in the database.</summary>
internal sealed class AttachmentChunkRow
{
    public required AttachmentId Attachment { get; init; }

    public required int Index { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>What a person has half done in a conversation with the bot.</summary>
internal sealed class DraftRow
{
    public required PersonId Person { get; init; }

    /// <summary>The dialog and its version, such as <c>intake.v1</c>.</summary>
    public required string Dialog { get; set; }

    public required string Body { get; set; }

    public required Instant ChangedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>A value the process itself keeps, such as the key that signs web chat tokens.</summary>
internal sealed class KeptValueRow
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}

/// <summary>One version of what the desk decided: queues, members, calendars, categories.</summary>
internal sealed class DeskSettingsRow
{
    public required int Version { get; init; }

    public required Instant At { get; init; }

    /// <summary>The admin who changed it in the chat; null for what came from the file.</summary>
    public PersonId? By { get; init; }

    public required string Yaml { get; init; }

    /// <summary>The earlier version that this one went back to.</summary>
    public int? Restored { get; init; }
}

/// <summary>Something that becomes due, once per ticket, milestone and cycle.</summary>
internal sealed class ReminderRow
{
    public long Id { get; init; }

    public required TicketId Ticket { get; init; }

    public required Milestone Milestone { get; init; }

    public required int Cycle { get; init; }

    public required Instant DueAt { get; set; }

    public required ReminderState State { get; set; }

    public Instant? DoneAt { get; set; }
}

/// <summary>Where a reminder stands.</summary>
internal enum ReminderState
{
    Pending,
    Done,
    Cancelled,
}

/// <summary>A person's own message that became an entry of a ticket, so that its edit and its removal are followed there.</summary>
internal sealed class SaidMessageRow
{
    public required string Conversation { get; init; }

    public required string Activity { get; init; }

    public required TicketId Ticket { get; set; }

    public required int Entry { get; set; }
}

/// <summary>Somebody came to a ticket of a private queue without belonging there.</summary>
internal sealed class AccessRow
{
    public long Id { get; init; }

    public required Instant At { get; init; }

    public required PersonId Person { get; init; }

    public required TicketId Ticket { get; init; }

    public required QueueId Queue { get; init; }

    /// <summary>Why an admin looked; null for who was refused.</summary>
    public string? Reason { get; init; }
}

/// <summary>A counter that gives out numbers.</summary>
internal sealed class NumberRow
{
    public const string Ticket = "ticket";

    public required string Name { get; init; }

    public required long Next { get; init; }
}

/// <summary>A way into the web pages.</summary>
internal sealed class WebAccessRow
{
    /// <summary>SHA-256 of the secret that whoever comes shows.</summary>
    public required string Digest { get; init; }

    public required WebAccessKind Kind { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>The account by which they asked for it, such as <c>webchat:chen</c>; whoever comes has its rights.</summary>
    public required string Identity { get; init; }

    public required Instant ExpiresAt { get; init; }

    public required Instant SeenAt { get; set; }
}

/// <summary>What opens the web pages.</summary>
internal enum WebAccessKind
{
    /// <summary>Once, from the chat.</summary>
    Link,

    /// <summary>Until it ends.</summary>
    Session,
}
