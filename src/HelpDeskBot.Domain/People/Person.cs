using NodaTime;

namespace HelpDeskBot.Domain.People;

/// <summary>One human with identities on several channels.</summary>
public sealed record Person(PersonId Id, string Name)
{
    /// <summary>The language they read as far as the directory knows, as a culture name.</summary>
    public string Language { get; init; } = HelpDeskBot.Domain.People.Language.Default;

    /// <summary>The language they asked for; counts more than what directory and channel say.</summary>
    public string? ChosenLanguage { get; init; }

    /// <summary>What they want to be told, and when.</summary>
    public NotificationSettings Notifications { get; init; } = new();

    /// <summary>They said that they are away, until <see cref="BackAt"/> or until they say they are back.</summary>
    public bool IsAway { get; init; }

    public Instant? BackAt { get; init; }

    /// <summary>Their time zone, as an IANA name.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    public bool IsAwayAt(Instant now) => IsAway && (BackAt is not { } back || now < back);
}
