using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>What became of offering an article.</summary>
/// <param name="Shown">How often it was offered.</param>
/// <param name="Opened">How often the whole of it was read in the chat.</param>
/// <param name="Solved">How often it solved the problem and nothing was filed about it within a day.</param>
/// <param name="False">How often it was said to solve the problem, and a ticket about it came within a day.</param>
/// <param name="Rejected">How often a ticket was opened instead.</param>
/// <param name="Ignored">How often nothing was answered for a day.</param>
public sealed record ArticleFigures(int Shown, int Opened, int Solved, int False, int Rejected, int Ignored)
{
    /// <summary>The share of clear answers, 0 to 1, that say it helped; null without any.</summary>
    public double? Helpful => Solved + False + Rejected is > 0 and var answered ? (double)Solved / answered : null;

    public static ArticleFigures operator +(ArticleFigures a, ArticleFigures b) =>
        new(a.Shown + b.Shown, a.Opened + b.Opened, a.Solved + b.Solved, a.False + b.False, a.Rejected + b.Rejected, a.Ignored + b.Ignored);

    public static ArticleFigures Add(ArticleFigures left, ArticleFigures right) => left + right;
}

/// <summary>An article's figures of one week, which begins on that Monday.</summary>
public sealed record ArticleWeek(string Slug, string Title, LocalDate Week, ArticleFigures Figures)
{
    /// <summary>The day on which the article last changed; null if it is not published any more.</summary>
    public LocalDate? ChangedOn { get; init; }
}

/// <summary>What the knowledge base did since a day.</summary>
public sealed record KnowledgeReport(LocalDate From)
{
    /// <summary>How many questions were asked.</summary>
    public int Questions { get; init; }

    /// <summary>How many of them nothing fitted.</summary>
    public int Unanswered { get; init; }

    /// <summary>How many of them an article solved for good.</summary>
    public int Solved { get; init; }

    /// <summary>How many of them seemed solved, and became a ticket within a day.</summary>
    public int False { get; init; }

    /// <summary>How many articles nobody has changed for half a year, and nobody was helped by since <see cref="From"/>.</summary>
    public int Stale { get; init; }

    /// <summary>By article and week, the newest week first.</summary>
    public IReadOnlyList<ArticleWeek> Weeks { get; init; } = [];

    /// <summary>By article over all weeks, the most shown first.</summary>
    public IEnumerable<(string Title, ArticleFigures Figures)> Articles => Weeks
        .GroupBy(week => week.Slug, StringComparer.Ordinal)
        .Select(weeks => (weeks.First().Title, Figures: weeks.Select(week => week.Figures).Aggregate(ArticleFigures.Add)))
        .OrderByDescending(article => article.Figures.Shown)
        .ThenBy(article => article.Title, StringComparer.Ordinal);
}
