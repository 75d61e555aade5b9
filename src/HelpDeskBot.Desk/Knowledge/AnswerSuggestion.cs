using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>A question that its suggestions did not answer.</summary>
public sealed record RejectedSuggestion(string Question, IReadOnlyList<AttachmentId> Files)
{
    /// <summary>The articles that were shown, in order.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>Those of them that were opened.</summary>
    public IReadOnlyList<string> Opened { get; init; } = [];
}

/// <summary>What became of a suggestion; each only by the person who asked.</summary>
public sealed class AnswerSuggestion(HelpDeskDb db, LearnQuestions learn, BusinessClock clock)
{
    /// <summary>An article solved it: no ticket is needed. Whether it is recorded now or was before makes no difference.</summary>
    public async Task<Outcome<string>> SolvedAsync(Guid id, string article, Actor actor, string language, CancellationToken stop)
    {
        var row = await FindAsync(id, actor, stop);
        if (row is null || !Offers(row, article))
        {
            return new Refusal("suggestion.not_found");
        }

        (row.Outcome, row.Solved) = (SuggestionOutcome.Solved, article);
        row.Version++;
        await learn.LearnAsync(row, stop);
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

        (row.Outcome, row.Solved) = (SuggestionOutcome.Rejected, null);
        row.Version++;
        await learn.TakeBackAsync(row, stop);
        var shown = row.Articles.OrderBy(article => article.Position).ToList();
        return new RejectedSuggestion(row.Question, FilesOf(row))
        {
            Shown = [.. shown.Select(article => article.Slug)],
            Opened = [.. shown.Where(article => article.OpenedAt is not null).Select(article => article.Slug)],
        };
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
        var found = row is null || !Offers(row, article)
            ? null
            : await db.Articles.FindForAsync(article, language, stop);
        if (found is null || !KnowledgeAccess.MayRead(found, actor))
        {
            return new Refusal("suggestion.not_found");
        }

        row!.Articles.Single(offered => offered.Slug == article).OpenedAt ??= clock.Now;
        return found;
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

    private static bool Offers(SuggestionRow row, string article) => row.Articles.Any(offered => offered.Slug == article);

    private static AttachmentId[] FilesOf(SuggestionRow row) =>
        [.. row.Files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(file => new AttachmentId(Guid.Parse(file)))];

    private Task<SuggestionRow?> FindAsync(Guid id, Actor actor, CancellationToken stop) =>
        db.Suggestions.AsTracking().Include(row => row.Articles).SingleOrDefaultAsync(row => row.Id == id && row.Person == actor.Person, stop);
}
