using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>A ticket waits for a third party or a date, and comes back by itself. It is Monday 23 November, 09:00 in Berlin.</summary>
public class HoldTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_ticket_on_hold_says_why_and_until_when_and_comes_back_by_itself(Database database)
    {
        await using var desk = await FiledAsync(database);
        await desk.InRoom("chen").PressesAsync("Claim");
        await HoldAsync(desk, "2026-11-25", "10:30");
        var card = (await desk.InRoom("dana").SeesAsync("P3")).Text;
        Assert.Contains("On hold", card, StringComparison.Ordinal);
        Assert.Contains("the vendor sends a part", card, StringComparison.Ordinal);
        Assert.Contains("Wed 25 Nov", card, StringComparison.Ordinal);
        Assert.Contains("Paused", card, StringComparison.Ordinal);
        await desk.As("amina").SeesAsync("HD-1001 is on hold: the vendor sends a part");
        Assert.Contains("the vendor sends a part", (await desk.As("amina").SeesAsync("Owner")).Text, StringComparison.Ordinal);
        Assert.Equal(Instant.FromUtc(2026, 11, 25, 9, 30), await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.WakeUpAt).SingleAsync()));

        await desk.PassesAsync("P2DT1H25M");
        Assert.Equal(0, await desk.As("chen").CountsAsync("is back from hold"));
        await desk.PassesAsync("PT10M");
        Assert.Equal(1, await desk.As("chen").CountsAsync("HD-1001 is back from hold"));
        await desk.InRoom("dana").ReadAsync();
        card = desk.InRoom("dana").Shown[0].Text;
        Assert.Contains("In progress", card, StringComparison.Ordinal);
        Assert.DoesNotContain("the vendor sends a part", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_nobody_owns_is_new_again_after_its_hold(Database database)
    {
        await using var desk = await FiledAsync(database);
        await HoldAsync(desk, "2026-11-24", "09:00");
        await desk.PassesAsync("P1DT5M");
        Assert.Equal(Status.New, await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Status).SingleAsync()));
        Assert.Contains("Claim", (await desk.InRoom("chen").SeesAsync("HD-1001 · P3")).Buttons.Keys);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_note_meanwhile_and_a_second_hold_move_nothing_else(Database database)
    {
        await using var desk = await FiledAsync(database);
        await desk.InRoom("chen").PressesAsync("Claim");
        await HoldAsync(desk, "2026-11-24", "09:00");
        await desk.InRoom("dana").WritesAsync("Note", "they called");
        await HoldAsync(desk, "2026-11-26", "09:00");
        await desk.PassesAsync("P2D");
        Assert.Equal(0, await desk.As("chen").CountsAsync("is back from hold"));
        await desk.PassesAsync("P1DT1H");
        Assert.Equal(1, await desk.As("chen").CountsAsync("is back from hold"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_refused_hold_comes_back_with_what_was_typed_and_what_is_wrong(Database database)
    {
        await using var desk = await FiledAsync(database);
        var form = await desk.InRoom("chen").OpensAsync("Hold");
        Assert.Contains("Europe/Berlin", form.Json, StringComparison.Ordinal);
        Assert.Contains("2026-11-24", form.Json, StringComparison.Ordinal);
        (string Text, string Date, string Time, string Wrong)[] refused =
        [
            ("a part is missing", "2026-11-23", "08:59", "Choose a time in the future."), // 09:00 by now in Berlin, though not in London
            ("a part is missing", "9999-12-31", "23:59", "Choose a time within a year."),
            ("a part is missing", "2028-01-03", "09:00", "Choose a time within a year."),
            ("a part is missing", "", "09:00", "Choose a day and a time."),
            ("a part is missing", "2026-02-30", "9 o'clock", "Choose a day and a time."),
            ("  ", "2026-11-25", "09:00", "Please write something first."),
        ];
        foreach (var (text, date, time, wrong) in refused)
        {
            var answer = await form.SubmitsAsync(new JsonObject { ["text"] = text, ["date"] = date, ["time"] = time });
            Assert.Contains(wrong, answer.Json, StringComparison.Ordinal);
            Assert.All([text, date, time], typed => Assert.Contains($"\"value\":{JsonValue.Create(typed).ToJsonString()}", answer.Card.ToJsonString(), StringComparison.Ordinal));
        }

        Assert.Equal(1, await desk.ReadAsync(db => db.Timeline.CountAsync()));
        await form.SubmitsAsync(Inputs("2026-11-25", "09:00"));
        await form.SubmitsAsync(Inputs("2026-11-25", "09:00"));
        Assert.Equal(2, await desk.ReadAsync(db => db.Timeline.CountAsync()));
        Assert.Equal(1, await desk.As("amina").CountsAsync("is on hold: the vendor"));
    }

    private static async Task<TestDesk> FiledAsync(Database database)
    {
        var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        return desk;
    }

    private static async Task HoldAsync(TestDesk desk, string date, string time)
    {
        var answer = await (await desk.InRoom("chen").OpensAsync("Hold")).SubmitsAsync(Inputs(date, time));
        Assert.True(answer.Value is JsonValue, answer.Json);
    }

    private static JsonObject Inputs(string date, string time) => new() { ["text"] = "the vendor sends a part", ["date"] = date, ["time"] = time };
}
