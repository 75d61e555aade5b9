using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Something that people ask and no article answers.</summary>
/// <param name="Id">The oldest of its questions.</param>
public sealed record Gap(Guid Id)
{
    /// <summary>How many times it was asked.</summary>
    public required int Questions { get; init; }

    /// <summary>How many people asked.</summary>
    public required int People { get; init; }

    /// <summary>How many of the questions became tickets.</summary>
    public required int Tickets { get; init; }

    public required Instant LastAt { get; init; }

    /// <summary>The language of most who asked.</summary>
    public required string Language { get; init; }

    /// <summary>Some of the questions, the one most like the others first, without what tells who asked.</summary>
    public required IReadOnlyList<string> Samples { get; init; }
}
