using System.Net;
using System.Net.Http.Json;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>What happens by itself as time passes. It is Monday 09:00 in the office when a desk starts.</summary>
public class ClockTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_ticket_nobody_answers_is_mentioned_at_75_percent_and_when_it_is_late(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await desk.As("elif").SaysAsync("hi");
        await amina.FilesAsync("qzx the tray is stuck"); // P3: first reply within 4 hours of business time
        await desk.PassesAsync("PT2H50M");
        Assert.Equal(0, await chen.CountsAsync("needs a first reply soon"));
        await desk.PassesAsync("PT50M"); // 75 % fall into the lunch break
        Assert.Equal(1, await chen.CountsAsync("needs a first reply soon"));
        Assert.Contains("At risk", chen.Shown[0].Text, StringComparison.Ordinal);
        await desk.PassesAsync("PT2H");
        Assert.Equal(1, await chen.CountsAsync("has had no first reply in time"));
        await desk.As("elif").SeesAsync("has had no first reply in time");
        Assert.Contains("Overdue", chen.Shown[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_answer_ends_the_wait_for_the_first_reply(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Reply", "On my way");
        await desk.PassesAsync("PT6H");
        Assert.Equal(0, await chen.CountsAsync("first reply"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_owner_hears_at_75_percent_alone(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck", "My team", "I can't work"); // P2: 1 h, 8 h
        await chen.WritesAsync("Reply", "On my way");
        await desk.PassesAsync("PT6H45M");
        await desk.As("chen").SeesAsync("is due soon");
        Assert.Equal(0, await chen.CountsAsync("is due soon"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Waiting_for_the_requester_stops_the_clock(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck", "My team", "I can't work");
        await chen.WritesAsync("Ask requester", "Which tray?");
        await desk.PassesAsync("P1D");
        Assert.Equal(0, await chen.CountsAsync("overdue"));
        Assert.Contains("Paused", (await chen.SeesAsync("P2")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Several_warnings_due_at_once_are_said_as_one(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await desk.PassesAsync("P14D");
        Assert.Equal(1, await chen.CountsAsync("(P3)"));
        Assert.Equal(1, await chen.CountsAsync("is overdue"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_became_due_while_it_was_down_is_said_once_after_the_start(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.FilesAsync("qzx the tray is stuck");
        await desk.PassesAsync("PT1H");
        await desk.RestartAsync(after: TimeSpan.FromDays(1));
        await desk.PassesAsync("PT1M");
        Assert.Equal(1, await desk.InRoom("chen").CountsAsync("(P3)"));
        await desk.RestartAsync(after: TimeSpan.FromHours(1));
        await desk.PassesAsync("PT1M");
        Assert.Equal(1, await desk.InRoom("chen").CountsAsync("(P3)"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_question_without_an_answer_is_repeated_twice_and_then_closed(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Ask requester", "Which tray?");
        await desk.PassesAsync("P2DT1H");
        Assert.Equal(1, await amina.CountsAsync("We still need your answer"));
        await desk.PassesAsync("P5D");
        Assert.Equal(1, await amina.CountsAsync("We can't go on"));
        await desk.PassesAsync("P2D");
        await amina.SeesAsync("Is it fixed?");
        await desk.PassesAsync("P6D");
        await amina.SeesAsync("is closed now");
        await chen.ReadAsync();
        Assert.Contains("Closed", chen.Shown[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Asked_again_the_wait_for_an_answer_begins_anew(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Ask requester", "Which tray?");
        await desk.PassesAsync("P7D"); // 5 business days
        await chen.WritesAsync("Ask requester", "Is it the upper one?");
        await desk.PassesAsync("P4DT1H");
        Assert.Equal(0, await amina.CountsAsync("Is it fixed?"));
        Assert.Equal(1, await amina.CountsAsync("We can't go on")); // of the first wait
        Assert.Equal(1, await amina.CountsAsync("We still need your answer")); // of the second
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Silence_closes_a_resolved_ticket_after_three_business_days(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await desk.PassesAsync("P2D");
        Assert.Equal(0, await amina.CountsAsync("is closed now"));
        await desk.PassesAsync("P1DT1H");
        Assert.Equal(1, await amina.CountsAsync("is closed now"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-PT1H")]
    [InlineData("P10Y")]
    public async Task The_demo_clock_says_what_it_cannot_do(string advance)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var response = await desk.Http.PostAsJsonAsync("/demo/clock", new { advance }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
