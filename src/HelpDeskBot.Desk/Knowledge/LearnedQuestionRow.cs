using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>A question that an article solved: the article is found by it from then on.</summary>
internal sealed class LearnedQuestionRow
{
    /// <summary>The suggestion that solved it.</summary>
    public required Guid Suggestion { get; init; }

    public required string Slug { get; init; }

    /// <summary>Who said so. Never shown; one person's questions must not outweigh everybody's.</summary>
    public required PersonId Person { get; init; }

    /// <summary>Without what tells who asked.</summary>
    public required string Text { get; init; }

    /// <summary>The reader's language, as a culture name.</summary>
    public required string Language { get; init; }

    public required Instant At { get; init; }
}
