using System.Globalization;
using CsvHelper;
using HelpDeskBot.Desk.Knowledge;

namespace HelpDeskBot.Cards;

/// <summary>The report on articles as a file for spreadsheets, one line per article and week.</summary>
internal static class KnowledgeCsv
{
    private static readonly string[] Columns =
        ["week", "article", "title", "shown", "opened", "solved", "solved_then_filed", "rejected", "ignored", "helpful", "changed_on"];

    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    /// <summary>UTF-8 with its mark, which spreadsheets need; a title that looks like a formula is kept from running.</summary>
    public static byte[] Of(KnowledgeReport report)
    {
        using var content = new MemoryStream();
        using (var csv = CsvWriter.Create(content, Options, leaveOpen: true))
        {
            csv.WriteHeader(Columns);
            foreach (var week in report.Weeks)
            {
                csv.WriteRecord(FieldsOf(week));
            }
        }

        return content.ToArray();
    }

    private static string[] FieldsOf(ArticleWeek week) =>
    [
        week.Week.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        week.Slug,
        week.Title,
        .. new[]
        {
            week.Figures.Shown, week.Figures.Opened, week.Figures.Solved, week.Figures.False, week.Figures.Rejected, week.Figures.Ignored,
        }.Select(count => count.ToString(CultureInfo.InvariantCulture)),
        week.Figures.Helpful?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
        week.ChangedOn?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "",
    ];
}
