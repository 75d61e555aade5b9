using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Five megabytes in every field: kept whole as a file where words are said, refused in words elsewhere; the rest goes on.</summary>
public class LongTextTests
{
    private const int FiveMegabytes = 5 * 1024 * 1024;
    private static readonly string Long = string.Create(FiveMegabytes, 0, static (text, _) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = i % 80 == 79 ? '\n' : (char)('a' + (i % 26));
        }
    });

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_is_said_is_kept_whole_as_a_file(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var number = await amina.FilesAsync(Long);
        await KeptAsync(desk, 1);
        foreach (var (button, count) in new[] { ("Reply", 2), ("Note", 3), ("Ask requester", 4) })
        {
            await chen.WritesAsync(button, Long, on: number);
            await KeptAsync(desk, count);
        }

        await amina.WritesAsync("Add details", Long);
        await KeptAsync(desk, 5);
        await chen.SaysAsync(Long, thread: (await chen.SeesAsync("P3")).Id);
        await KeptAsync(desk, 6);
        await chen.ResolvesAsync("New bulb", on: number);
        await amina.WritesAsync("Not yet", Long);
        await KeptAsync(desk, 7);
        Assert.All(amina.Shown.Concat(chen.Shown), message => Assert.True(message.Card?.ToJsonString().Length is null or < 24 * 1024));
    }

    [Theory]
    [InlineData("Resolve", "text")]
    [InlineData("Hold", "text")]
    [InlineData("Tags", "add")]
    [InlineData("Log time", "text")]
    [InlineData("Log time", "spent")]
    [InlineData("Merge", "other")]
    [InlineData("Category", "category")]
    public async Task What_is_filled_in_elsewhere_is_refused_in_words(string form, string field)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var number = await desk.As("amina").FilesAsync("qzx the lamp blinks");
        var chen = desk.InRoom("chen");
        var opened = form == "Resolve" ? await chen.PressesAsync(form, on: number) : await chen.OpensAsync(form, on: number);
        var fields = new JsonObject { [field] = Long };
        if (form == "Hold")
        {
            (fields["date"], fields["time"]) = ("2026-12-01", "09:00");
        }

        if (form == "Log time" && field == "text")
        {
            fields["spent"] = "15m";
        }

        if (form == "Resolve")
        {
            fields["reason"] = "Solved";
        }

        var answer = await opened.SubmitsAsync(fields);
        Assert.True(answer.Json.Length < 100_000, $"{answer.Json.Length} characters came back");
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Version).SingleAsync()));
        await chen.WritesAsync("Reply", "I am on it.", on: number);
        await desk.As("amina").SeesAsync("I am on it.");
    }

    [Fact]
    public async Task More_than_that_is_refused_in_words_and_the_chat_goes_on()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        await amina.ReadAsync();
        var response = await amina.Http.PostAsync(
            "/v3/directline/conversations/direct-amina/activities",
            new StringContent(new JsonObject { ["type"] = "message", ["text"] = Long + Long }.ToJsonString(), Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("HD-1001", await amina.FilesAsync("qzx the lamp blinks"));
    }

    private static async Task KeptAsync(TestDesk desk, int count)
    {
        await desk.SettleAsync();
        var file = await desk.ReadAsync(db => db.Attachments.OrderByDescending(row => row.Id).FirstAsync());
        Assert.Equal(count, await desk.ReadAsync(db => db.Attachments.CountAsync(row => row.Ticket != null)));
        Assert.Equal(FiveMegabytes, file.Size);
    }
}
