using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Articles offered for a question.</summary>
public sealed record Suggestion(Guid Id, string Question)
{
    public IReadOnlyList<SuggestedArticle> Articles { get; init; } = [];

    /// <summary>Files that came with the question.</summary>
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];
}

/// <summary>An article that may answer, and the passage of it that says why.</summary>
public sealed record SuggestedArticle(string Slug, string Title, string Passage);

/// <summary>Offers at most three articles for a question, and keeps what was offered.</summary>
public sealed class SuggestArticles(HelpDeskDb db, ArticleIndex index, BusinessClock clock, TimeProvider technical)
{
    private const int Most = 3;

    /// <summary>The suggestion, or null if nothing fits well enough.</summary>
    public Suggestion? Run(string question, IReadOnlyList<AttachmentId> files, Actor actor, string language)
    {
        var articles = index.Search(question, actor.IsAgentSomewhere, Most, language);
        if (articles.Count == 0)
        {
            return null;
        }

        var suggestion = new Suggestion(Guid.CreateVersion7(technical.GetUtcNow()), question) { Articles = articles, Files = files };
        db.Suggestions.Add(new SuggestionRow
        {
            Id = suggestion.Id,
            Person = actor.Person!.Value,
            Question = question,
            Shown = string.Join(' ', articles.Select(article => article.Slug)),
            Files = string.Join(' ', files),
            At = clock.Now,
        });
        return suggestion;
    }
}

/// <summary>What became of a suggestion.</summary>
public sealed class AnswerSuggestion(HelpDeskDb db)
{
    /// <summary>An article solved it: no ticket is needed. Whether it is recorded now or was before makes no difference.</summary>
    public async Task<Outcome<string>> SolvedAsync(Guid id, string article, Actor actor, string language, CancellationToken stop)
    {
        var row = await FindAsync(id, actor, stop);
        if (row is null || !row.Shown.Split(' ').Contains(article))
        {
            return new Refusal("suggestion.not_found");
        }

        (row.Outcome, row.Solved) = (SuggestionOutcome.Solved, article);
        row.Version++;
        return (await db.Articles.FindForAsync(article, language, stop))?.Title ?? article;
    }

    /// <summary>None of them helped: gives back the question, its files and what was shown, for a ticket.</summary>
    public async Task<Outcome<RejectedSuggestion>> RejectAsync(Guid id, Actor actor, CancellationToken stop)
    {
        var row = await FindAsync(id, actor, stop);
        if (row is null)
        {
            return new Refusal("suggestion.not_found");
        }

        row.Outcome = SuggestionOutcome.Rejected;
        row.Version++;
        return new RejectedSuggestion(
            row.Question,
            row.Shown.Split(' '),
            [.. row.Files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(file => new AttachmentId(Guid.Parse(file)))]);
    }

    /// <summary>The question was asked in other words than was meant: the last one open takes the right ones. False if there is none.</summary>
    public async Task<bool> CorrectAsync(string before, string after, Actor actor, CancellationToken stop)
    {
        var row = await db.Suggestions.AsTracking()
            .Where(row => row.Person == actor.Person && row.Outcome == SuggestionOutcome.Open && row.Question == before)
            .OrderByDescending(row => row.At)
            .FirstOrDefaultAsync(stop);
        if (row is null)
        {
            return false;
        }

        row.Question = after;
        row.Version++;
        return true;
    }

    /// <summary>An article of a suggestion, to read in full.</summary>
    public async Task<Outcome<Article>> OpenAsync(Guid id, string article, Actor actor, string language, CancellationToken stop)
    {
        var row = await FindAsync(id, actor, stop);
        var found = row is null || !row.Shown.Split(' ').Contains(article)
            ? null
            : await db.Articles.FindForAsync(article, language, stop);
        return found is null ? new Refusal("suggestion.not_found") : found;
    }

    /// <summary>The ticket that was filed after a suggestion had not helped.</summary>
    public async Task LinkAsync(Guid id, TicketId ticket, Actor actor, CancellationToken stop)
    {
        if (await FindAsync(id, actor, stop) is { } row)
        {
            row.Ticket = ticket;
            row.Version++;
        }
    }

    private Task<SuggestionRow?> FindAsync(Guid id, Actor actor, CancellationToken stop) =>
        db.Suggestions.AsTracking().SingleOrDefaultAsync(row => row.Id == id && row.Person == actor.Person, stop);
}

/// <summary>A question that its suggestions did not answer.</summary>
public sealed record RejectedSuggestion(string Question, IReadOnlyList<string> Shown, IReadOnlyList<AttachmentId> Files);
