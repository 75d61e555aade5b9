using NodaTime;

namespace HelpDeskBot.Desk.WebChat;

/// <summary>One event of a web chat conversation: a message, its edit or its removal, in order.</summary>
internal sealed class ChatLogRow
{
    public required string Conversation { get; init; }

    /// <summary>Gapless per conversation; the watermark of Direct Line.</summary>
    public required long Sequence { get; init; }

    /// <summary>The message this event is about.</summary>
    public required string Activity { get; init; }

    public required ChatEvent Event { get; init; }

    /// <summary>The activity, as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>On the message's own row: what it shows now, after edits; null when it was removed.</summary>
    public string? Current { get; set; }

    public required Instant At { get; init; }
}

/// <summary>What happened in a conversation.</summary>
internal enum ChatEvent
{
    Message,
    Update,
    Delete,
}

/// <summary>The last sequence given out in a web chat conversation.</summary>
internal sealed class ChatConversationRow
{
    public required string Id { get; init; }

    public long LastSequence { get; set; }
}
