using System.Text.Json.Nodes;
using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Where a message stands or will stand: a conversation of a channel, or a thread of it.</summary>
public sealed record Place(string Channel, string Conversation)
{
    /// <summary>The message whose thread it is; null for the conversation itself.</summary>
    public string? ThreadRoot { get; init; }

    /// <summary>What the channel needs beside the id to speak there, as it gave it with <c>KeepConversation</c>.</summary>
    public string? Reference { get; init; }
}

/// <summary>What is sent: words or a card, with the plain text that notifications show.</summary>
public sealed record Content(string Text)
{
    public JsonObject? Card { get; init; }

    /// <summary>Files that come with it.</summary>
    public IReadOnlyList<FileView> Files { get; init; } = [];

    /// <summary>The person whose words these are; null for the bot's own.</summary>
    public string? SaidBy { get; init; }

    /// <summary>Who that is, for channels that show a picture too.</summary>
    public PersonId? SaidById { get; init; }

    /// <summary>It may have been shown before, and nobody can tell: whoever reads it should know.</summary>
    public bool MayBeRepeated { get; init; }
}

/// <summary>A file as channels see it.</summary>
public sealed record FileView(Guid Id, string Name, string ContentType, long Size);

/// <summary>Carries content to one platform. It translates; what to say was decided before.</summary>
public interface IChannel
{
    /// <summary>The channel's name, as in identities and conversations.</summary>
    string Name { get; }

    /// <summary>
    /// Says something new and returns the platform's id of it. <paramref name="key"/> is the same for every attempt, so that a platform
    /// that knows idempotency keys shows it once. Throws <see cref="UndeliverableException"/> when trying again cannot help,
    /// a <see cref="DelayedException"/> when nothing was shown and it should be tried later, and anything else when nobody knows whether it was shown.
    /// </summary>
    Task<string> CreateAsync(Place place, Content content, string key, CancellationToken stop);

    /// <summary>
    /// The id that <see cref="CreateAsync"/> will return for this key, where the channel's messages stand in this database: what is staged before
    /// is then committed together with the message. Null where a platform gives the id.
    /// </summary>
    string? IdOf(string key) => null;

    /// <summary>Looks for what an earlier attempt with this key may have shown, since a moment before it. A platform that cannot be read says so.</summary>
    Task<EarlierAttempt> FindAsync(Place place, string key, Instant since, CancellationToken stop) => Task.FromResult(EarlierAttempt.Unknowable);

    /// <summary>Opens a conversation that nobody has spoken in yet; one that is open is given back as it is.</summary>
    Task<Place> OpenAsync(Place place, CancellationToken stop) => Task.FromResult(place);

    /// <summary>Replaces what a message shows; a <see cref="GoneException"/> if somebody took it away.</summary>
    Task UpdateAsync(Place place, string activity, Content content, CancellationToken stop);

    /// <summary>Takes a message away.</summary>
    Task DeleteAsync(Place place, string activity, CancellationToken stop);
}

/// <summary>What is known of an earlier attempt to show something.</summary>
/// <param name="IsKnown">Whether the platform could tell.</param>
/// <param name="Activity">The id of what it showed; null if it showed nothing.</param>
public readonly record struct EarlierAttempt(bool IsKnown, string? Activity)
{
    public static EarlierAttempt Unknowable { get; }

    public static EarlierAttempt ShowedNothing { get; } = new(true, null);

    public static EarlierAttempt Showed(string activity) => new(true, activity);
}

/// <summary>Nothing was shown; the platform wants it later.</summary>
/// <param name="after">When it wants it; null leaves that to us.</param>
public sealed class DelayedException(string reason, TimeSpan? after = null) : Exception(reason)
{
    public TimeSpan? After { get; } = after;
}

/// <summary>The platform will never take this message; it is parked where an admin sees it.</summary>
public sealed class UndeliverableException(string reason) : Exception(reason);

/// <summary>The message is not there any more: somebody took it away, or its conversation.</summary>
public sealed class GoneException(string reason) : Exception(reason);
