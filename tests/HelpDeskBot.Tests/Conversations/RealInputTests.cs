using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>
/// Reports as people really write them. HELPDESK_REPORTS names another file to report: tab-separated, an id first and the rest the words of the
/// report, lines starting with # left out.
/// </summary>
public class RealInputTests
{
    [Fact]
    public async Task Every_report_is_filed_without_losing_a_character()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        var reports = Reports().ToList();
        foreach (var (id, text) in reports)
        {
            var number = await amina.FilesAsync(text);
            var kept = await desk.ReadAsync(db => KeptAsync(db, TicketId.Parse(number, null)));
            Assert.True(Characters.Storable(text) == kept, $"Report {id} was kept as:\n{kept}");
        }

        Assert.Equal(reports.Count, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        TestContext.Current.TestOutputHelper!.WriteLine($"{reports.Count} reports, {reports.Sum(report => report.Text.Length)} characters");
    }

    private static IEnumerable<(string Id, string Text)> Reports()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "Support", "employee-reports.tsv");
        var other = Environment.GetEnvironmentVariable("HELPDESK_REPORTS");
        var lines = File.ReadLines(other ?? own).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
        return other is null
            ? lines.Select(columns => (columns[0], columns[1].Replace("\\n", "\n", StringComparison.Ordinal)))
            : lines.Select(columns => (columns[0], string.Join('\n', columns[1..])));
    }

    // What is too long for a message stands in its file.
    private static async Task<string> KeptAsync(HelpDeskDb db, TicketId id)
    {
        var ticket = await db.Tickets.SingleAsync(ticket => ticket.Id == id);
        Assert.False(await db.Attachments.AnyAsync(file => file.Ticket == id), "None of these reports should need a file");
        return ticket.Description;
    }
}
