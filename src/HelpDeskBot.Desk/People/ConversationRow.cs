using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Desk.People;

/// <summary>Where a person or a queue can be reached, kept across restarts.</summary>
internal sealed class ConversationRow
{
    public required string Channel { get; init; }

    /// <summary>The channel's id of the conversation.</summary>
    public required string Id { get; init; }

    /// <summary>Whose direct chat with the bot it is.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Whose agent channel it is.</summary>
    public QueueId? Queue { get; init; }

    /// <summary>The language the channel gives for whoever speaks here, as a culture name.</summary>
    public string? Locale { get; set; }

    public required Instant SeenAt { get; set; }
}
