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
    public QueueId? Queue { get; set; }

    /// <summary>The language the channel gives for whoever speaks here, as a culture name.</summary>
    public string? Locale { get; set; }

    /// <summary>What the channel needs beside the id to speak there.</summary>
    public string? Reference { get; set; }

    /// <summary>When somebody chose it for the queue; null for a room that every queue has anyway, which counts until one is chosen.</summary>
    public Instant? BoundAt { get; set; }

    public required Instant SeenAt { get; set; }
}
