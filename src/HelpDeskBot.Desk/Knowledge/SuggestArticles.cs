using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Articles offered for a question.</summary>
public sealed record Suggestion(Guid Id, string Question)
{
    public IReadOnlyList<SuggestedArticle> Articles { get; init; } = [];

    /// <summary>They are worth a line, not more: they may be about something else.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Files that came with the question.</summary>
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];
}

/// <summary>An article that may answer, and the passage of it that says why.</summary>
/// <param name="Confidence">How likely it answers, 0 to 1.</param>
public sealed record SuggestedArticle(string Slug, string Title, string Passage, double Confidence);

/// <summary>Offers at most three articles for a question. The question is kept whether or not anything fits, since what nothing answers is what is missing.</summary>
public sealed class SuggestArticles(HelpDeskDb db, ArticleIndex index, BusinessClock clock, TimeProvider technical)
{
    private const int Most = 3;
    private static readonly Duration Remembered = Duration.FromHours(24);

    /// <summary>The suggestion; without articles if nothing fits well enough.</summary>
    public async Task<Suggestion> RunAsync(string question, IReadOnlyList<AttachmentId> files, Actor actor, string language, CancellationToken stop)
    {
        var rejected = await RejectedAsync(question, actor, language, stop);
        var answer = index.Answer(question, actor, Most, language, rejected);
        var articles = answer.Articles.Take(answer.IsUnsure ? 1 : Most).ToList();
        var id = Guid.CreateVersion7(technical.GetUtcNow());
        db.Suggestions.Add(new SuggestionRow
        {
            Id = id,
            Person = actor.Person!.Value,
            Question = question,
            Language = language,
            Files = string.Join(' ', files),
            At = clock.Now,
            Articles = [.. articles.Select((article, index) => new SuggestedArticleRow
            {
                Suggestion = id,
                Position = index + 1,
                Slug = article.Slug,
                Confidence = article.Confidence,
            })],
        });
        return new Suggestion(id, question) { Articles = articles, IsUnsure = answer.IsUnsure, Files = files };
    }

    // What did not help somebody today does not help them with the same problem an hour later.
    private async Task<IReadOnlySet<string>> RejectedAsync(string question, Actor actor, string language, CancellationToken stop)
    {
        var since = clock.Now - Remembered;
        var rejected = await db.Suggestions.AsNoTracking().Include(row => row.Articles)
            .Where(row => row.Person == actor.Person && row.At >= since && row.Outcome == SuggestionOutcome.Rejected)
            .ToListAsync(stop);
        return rejected.Where(row => Sameness.IsAbout(question, row.Question, language))
            .SelectMany(row => row.Articles.Select(article => article.Slug))
            .ToHashSet(StringComparer.Ordinal);
    }
}
