using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Agents keep how long they worked on a ticket.</summary>
public class LogTimeTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Times_worked_add_up_on_the_card_and_what_is_no_time_is_refused(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var chen = desk.InRoom("chen");
        foreach (var time in new[] { "15m", "1h30", "20", "1H 5 min", "2h" })
        {
            await (await chen.OpensAsync("Log time")).SubmitsAsync(new JsonObject { ["spent"] = time, ["text"] = "oiled the rollers" });
        }

        Assert.Contains("5:10 h", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        var form = await chen.OpensAsync("Log time");
        foreach (var wrong in new[] { "", "h", "soon", "-5", "0", "1.5h" })
        {
            var refused = await form.SubmitsAsync(new JsonObject { ["spent"] = wrong, ["text"] = "the fuser" });
            Assert.Contains("Write a time such as 15m", refused.Json, StringComparison.Ordinal);
            Assert.Contains("the fuser", refused.Json, StringComparison.Ordinal);
        }

        Assert.Contains("at most 24 hours", (await form.SubmitsAsync(new JsonObject { ["spent"] = "25h", ["text"] = "" })).Json, StringComparison.Ordinal);
        Assert.Equal(310, await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.WorkedMinutes).SingleAsync()));
        Assert.Equal(6, await desk.ReadAsync(db => db.Timeline.CountAsync()));
        Assert.Equal(0, await desk.As("amina").CountsAsync("oiled the rollers"));
    }
}
