using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Agents tag tickets and find them by their tags.</summary>
public class TagTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_tag_is_added_found_and_taken_off(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.As("bruno").FilesAsync("qzx the lamp is dark");
        var chen = desk.InRoom("chen");
        await (await chen.OpensAsync("Tags", "tray")).SubmitsAsync(new JsonObject { ["add"] = "VIP, #on-site" });
        Assert.Contains("on-site, vip", (await chen.SeesAsync("tray")).Text, StringComparison.Ordinal);
        foreach (var query in new[] { "find tag:vip", "find qzx tag:VIP" })
        {
            await desk.As("chen").SaysAsync(query);
            Assert.Contains("tray", desk.As("chen").Last.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("lamp", desk.As("chen").Last.Text, StringComparison.Ordinal);
        }

        await desk.As("chen").SaysAsync("find tag:vi");
        Assert.Contains("No tickets fit.", desk.As("chen").Last.Text, StringComparison.Ordinal);
        await (await chen.OpensAsync("Tags", "tray")).SubmitsAsync(new JsonObject { ["add"] = "", ["remove"] = "vip" });
        Assert.Equal(" on-site ", await desk.ReadAsync(db => db.Tickets.Where(ticket => ticket.Id == new TicketId(1001)).Select(ticket => ticket.Tags).SingleAsync()));
        Assert.Equal(2, await desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.Tag)));
        Assert.DoesNotContain("on-site", (await desk.As("amina").SeesAsync("Owner")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_cannot_be_a_tag_is_refused_with_what_was_typed(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var form = await desk.InRoom("chen").OpensAsync("Tags");
        (string Add, string Wrong)[] refused =
        [
            ("what?", "what? cannot be a tag."), ("", "Write a new tag"), ("a b c d e f g h i j k", "at most 10 tags"),
        ];
        foreach (var (add, wrong) in refused)
        {
            Assert.Contains(wrong, (await form.SubmitsAsync(new JsonObject { ["add"] = add })).Json, StringComparison.Ordinal);
        }

        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync()));
    }
}
