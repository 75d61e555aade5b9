using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>
/// Lets articles be found by the questions they solved: only by what the people say who asked, without what tells who that was, few of each person and not
/// more than an article can use. Who changes their mind, or files about it after all, takes theirs back; editors may forget any.
/// </summary>
public sealed class LearnQuestions(HelpDeskDb db, BusinessClock clock)
{
    private const int MostOfOnePerson = 3;
    private const int MostOfOneArticle = 60;
    private const int Longest = 300;
    private const int FewestWords = 2;

    /// <summary>The questions an article answered before, the newest first, for who edits articles.</summary>
    public async Task<Outcome<IReadOnlyList<LearnedLine>>> ReadAsync(string slug, Actor actor, CancellationToken stop) => KnowledgeAccess.Edits(actor)
        ? await db.LearnedQuestions.Where(row => row.Slug == slug).OrderByDescending(row => row.At).ThenBy(row => row.Suggestion)
            .Select(row => new LearnedLine(row.Suggestion, row.Text)).ToListAsync(stop)
        : new Refusal("article.not_editor");

    /// <summary>The article is not found by this question any more; gives back those that are left.</summary>
    public async Task<Outcome<IReadOnlyList<LearnedLine>>> ForgetAsync(Guid suggestion, Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        if (await db.LearnedQuestions.AsTracking().SingleOrDefaultAsync(row => row.Suggestion == suggestion, stop) is not { } row)
        {
            return new Refusal("article.not_learned");
        }

        db.LearnedQuestions.Remove(row);
        var known = await ReadAsync(row.Slug, actor, stop);
        return known.Select(lines => (IReadOnlyList<LearnedLine>)[.. lines.Where(line => line.Suggestion != suggestion)]);
    }

    internal async Task LearnAsync(SuggestionRow solved, CancellationToken stop)
    {
        await TakeBackAsync(solved, stop);
        var asked = await db.People.Where(person => person.Id == solved.Person).Select(person => person.Name).ToListAsync(stop);
        var text = Masking.Of(solved.Question.ReplaceLineEndings(" ").Trim(), asked);
        if (text.Length > Longest || Analyzers.WordsOf(text, Language.Base(solved.Language)).Count < FewestWords)
        {
            return; // a story or a single word finds anything
        }

        var slug = solved.Solved!;
        await MakeRoomAsync(db.LearnedQuestions.Where(row => row.Slug == slug && row.Person == solved.Person), MostOfOnePerson, stop);
        await MakeRoomAsync(db.LearnedQuestions.Where(row => row.Slug == slug), MostOfOneArticle, stop);
        db.LearnedQuestions.Add(new LearnedQuestionRow
        {
            Suggestion = solved.Id,
            Slug = slug,
            Person = solved.Person,
            Text = text,
            Language = solved.Language,
            At = clock.Now,
        });
    }

    /// <summary>It was not solved by it after all.</summary>
    internal async Task TakeBackAsync(SuggestionRow suggestion, CancellationToken stop) =>
        db.LearnedQuestions.RemoveRange(await db.LearnedQuestions.AsTracking().Where(row => row.Suggestion == suggestion.Id).ToListAsync(stop));

    // The oldest go: words change with what people use.
    private async Task MakeRoomAsync(IQueryable<LearnedQuestionRow> rows, int most, CancellationToken stop) =>
        db.LearnedQuestions.RemoveRange(await rows.AsTracking().OrderByDescending(row => row.At).ThenBy(row => row.Suggestion).Skip(most - 1).ToListAsync(stop));
}

/// <summary>A question that an article is found by.</summary>
/// <param name="Suggestion">What solved it.</param>
public sealed record LearnedLine(Guid Suggestion, string Text);
