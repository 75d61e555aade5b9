using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>A question that somebody asked, the articles it was answered with if any fitted, and how that ended.</summary>
internal sealed class SuggestionRow
{
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required string Question { get; set; }

    /// <summary>The reader's language, as a culture name.</summary>
    public required string Language { get; init; }

    /// <summary>Files that came with the question, separated by spaces.</summary>
    public required string Files { get; init; }

    public required Instant At { get; init; }

    public SuggestionOutcome Outcome { get; set; }

    /// <summary>The article that solved it, as the person says.</summary>
    public string? Solved { get; set; }

    /// <summary>The ticket that was filed because nothing helped.</summary>
    public TicketId? Ticket { get; set; }

    /// <summary>The ticket that the same person filed about the same thing within a day, though an article had solved it.</summary>
    public TicketId? FalseTicket { get; set; }

    /// <summary>Nobody is to write an article about it.</summary>
    public bool IsNoGap { get; set; }

    public int Version { get; set; }

    public List<SuggestedArticleRow> Articles { get; init; } = [];
}

/// <summary>One of the articles offered for a question.</summary>
internal sealed class SuggestedArticleRow
{
    public required Guid Suggestion { get; init; }

    /// <summary>Counted from 1, the best first.</summary>
    public required int Position { get; init; }

    public required string Slug { get; init; }

    /// <summary>How likely it was to answer, 0 to 1, when it was offered.</summary>
    public required double Confidence { get; init; }

    /// <summary>When the person opened the whole of it.</summary>
    public Instant? OpenedAt { get; set; }
}

/// <summary>How a suggestion ended. What stays open for a day was ignored.</summary>
internal enum SuggestionOutcome
{
    Open,
    Solved,
    Rejected,
}
