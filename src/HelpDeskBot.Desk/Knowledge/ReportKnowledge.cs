using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Tells leads and admins which articles help, from what people answered and what they did afterwards.</summary>
public sealed class ReportKnowledge(HelpDeskDb db, DeskSettingsStore settings, BusinessClock clock)
{
    /// <summary>How many weeks a report looks back, the running one included.</summary>
    public const int Weeks = 12;

    private static readonly Duration Patience = Duration.FromHours(24);
    private static readonly Duration Fresh = Duration.FromDays(182);

    public async Task<Outcome<KnowledgeReport>> RunAsync(Actor actor, string language, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("knowledge.not_allowed");
        }

        var zone = DateTimeZoneProviders.Tzdb[settings.Current.Queues[0].Zone];
        var from = Monday(clock.Now, zone).PlusWeeks(1 - Weeks);
        var rows = await ReadAsync(from.AtStartOfDayInZone(zone).ToInstant(), stop);
        var articles = (await db.Articles.AsNoTracking().ToListAsync(stop)).ToLookup(article => article.Slug, StringComparer.Ordinal);
        var helped = rows.Where(row => row.FalseTicket is null).Select(row => row.Solved).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new KnowledgeReport(from)
        {
            Questions = rows.Count,
            Unanswered = rows.Count(row => row.Articles.Count == 0),
            Solved = rows.Count(row => row.Outcome is SuggestionOutcome.Solved && row.FalseTicket is null),
            False = rows.Count(row => row.FalseTicket is not null),
            Stale = articles.Count(versions => !helped.Contains(versions.Key) && versions.All(article => clock.Now - article.ChangedAt > Fresh)),
            Weeks =
            [
                .. from row in rows
                   from article in row.Articles
                   group FiguresOf(row, article) by (article.Slug, Week: Monday(row.At, zone)) into same
                   orderby same.Key.Week descending, same.Key.Slug
                   select new ArticleWeek(
                       same.Key.Slug, articles[same.Key.Slug].In(language)?.Title ?? same.Key.Slug, same.Key.Week, same.Aggregate(ArticleFigures.Add))
                   {
                       ChangedOn = articles[same.Key.Slug].In(language)?.ChangedAt.InZone(zone).Date,
                   },
            ],
        };
    }

    private Task<List<SuggestionRow>> ReadAsync(Instant since, CancellationToken stop) =>
        db.Suggestions.AsNoTracking().Include(row => row.Articles).Where(row => row.At >= since).ToListAsync(stop);

    private ArticleFigures FiguresOf(SuggestionRow row, SuggestedArticleRow article)
    {
        var isTheOne = row.Solved == article.Slug;
        return new ArticleFigures(
            Shown: 1,
            Opened: Count(article.OpenedAt is not null),
            Solved: Count(isTheOne && row.FalseTicket is null),
            False: Count(isTheOne && row.FalseTicket is not null),
            Rejected: Count(row.Outcome is SuggestionOutcome.Rejected),
            Ignored: Count(row.Outcome is SuggestionOutcome.Open && clock.Now - row.At > Patience));
    }

    private static int Count(bool isSo) => isSo ? 1 : 0;

    private static LocalDate Monday(Instant at, DateTimeZone zone) => at.InZone(zone).Date.PlusDays(1).Previous(IsoDayOfWeek.Monday);
}
