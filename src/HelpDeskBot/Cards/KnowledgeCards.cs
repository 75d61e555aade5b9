using System.Globalization;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using NodaTime;

namespace HelpDeskBot.Cards;

/// <summary>What leads and admins see of how the knowledge base does: what helps, and what is missing.</summary>
internal sealed class KnowledgeCards(Words words, Reader reader)
{
    // A card has 24 KB; the file has everything.
    private const int ArticlesShown = 12;
    private const int GapsShown = 8;
    private const int QuestionShown = 160;

    public DataCard Report(KnowledgeReport report) => CardData.Card("knowledge-report", new
    {
        title = words["knowledge.report_title"],
        hint = words.Format("knowledge.report_since", ("day", report.From.ToString(words["time.day_pattern"], words.Culture))),
        facts = new[]
        {
            Fact("knowledge.asked", report.Questions.ToString(words.Culture)),
            Fact("knowledge.solved", Share(report.Solved, report.Questions)),
            Fact("knowledge.false", Share(report.False, report.Questions)),
            Fact("knowledge.unanswered", Share(report.Unanswered, report.Questions)),
            Fact("knowledge.stale", report.Stale.ToString(words.Culture)),
        },
        articles = report.Articles.Take(ArticlesShown).Select(article => new
        {
            article.Title,
            figures = words.Format(
                "knowledge.figures", ("shown", article.Figures.Shown), ("opened", article.Figures.Opened), ("solved", article.Figures.Solved), ("false", article.Figures.False)),
            helpful = article.Figures.Helpful is { } share ? share.ToString("P0", words.Culture) : "–",
            style = article.Figures.Helpful switch { >= 0.5 => "good", null => "default", _ => "attention" },
        }),
        buttons = report.Weeks.Count == 0
            ? []
            : new[] { new Button(words["knowledge.csv"], Verbs.KnowledgeReportCsv, new { }) },
    });

    public DataCard Gaps(IReadOnlyList<Gap> gaps, Instant now) => CardData.Card("knowledge-gaps", new
    {
        title = words.Format("knowledge.gaps_title", ("count", gaps.Count)),
        hint = words[gaps.Count == 0 ? "knowledge.gaps_none" : "knowledge.gaps_text"],
        gaps = gaps.Take(GapsShown).Select(gap => new
        {
            count = words.Format(
                "knowledge.gap_count",
                ("questions", words.Format("knowledge.gap_questions", ("count", gap.Questions))),
                ("people", words.Format("knowledge.gap_people", ("count", gap.People))),
                ("tickets", words.Format("knowledge.gap_tickets", ("count", gap.Tickets))),
                ("time", Times.At(gap.LastAt, now, reader, words))),
            samples = gap.Samples.Select(sample => new { text = CardData.Cut(sample.ReplaceLineEndings(" "), QuestionShown) }),
            buttons = new[]
            {
                new Button(words["knowledge.gap_write"], Verbs.KnowledgeGapForm, new { gap = gap.Id }).Primary(),
                new Button(words["knowledge.gap_dismiss"], Verbs.KnowledgeGapDismiss, new { gap = gap.Id, key = $"gap/{gap.Id:N}/dismiss" }),
            },
        }),
    });

    private object Fact(string title, string value) => new { title = words[title], value };

    private string Share(int count, int all) => all == 0
        ? "0"
        : string.Create(CultureInfo.InvariantCulture, $"{count.ToString(words.Culture)} ({((double)count / all).ToString("P0", words.Culture)})");
}
