using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Keeps the ledger honest: who files about the same thing within a day was not helped, whatever they pressed.</summary>
public sealed class FalseDeflections(HelpDeskDb db, ArticleIndex index, LearnQuestions learn)
{
    private const int Looked = 3;
    private static readonly Duration Window = Duration.FromHours(24);

    /// <summary>Notes which of the requester's solved questions a new ticket asks again. It is the same thing if the words are, or if the ticket's words find the same article.</summary>
    internal async Task NoteAsync(Ticket filed, CancellationToken stop)
    {
        var since = filed.FiledAt - Window;
        var solved = await db.Suggestions.AsTracking()
            .Where(row => row.Person == filed.Requester && row.At >= since && row.Outcome == SuggestionOutcome.Solved && row.FalseTicket == null)
            .ToListAsync(stop);
        foreach (var row in solved.Where(row => IsAgain(row, filed)))
        {
            row.FalseTicket = filed.Id;
            row.Version++;
            await learn.TakeBackAsync(row, stop);
        }
    }

    private bool IsAgain(SuggestionRow solved, Ticket filed) =>
        Sameness.IsAbout(filed.Description, solved.Question, solved.Language)
        || index.Answer(filed.Description, Actor.System, Looked, solved.Language).Articles.Any(article => article.Slug == solved.Solved);
}
