using System.Net;
using System.Net.Http.Json;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>What happens by itself as time passes. It is Monday 09:00 in the office when a desk starts.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private TestDesk _desk = null!;
    private TestPerson _amina = null!;
    private TestPerson _chen = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await TestDesk.StartAsync(Database.Sqlite);
        (_amina, _chen) = (_desk.As("amina"), _desk.InRoom("chen"));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_ticket_nobody_answers_is_mentioned_at_75_and_90_percent_and_when_it_is_late()
    {
        await _desk.As("elif").SaysAsync("hi");
        await _amina.FilesAsync("qzx the tray is stuck"); // P3: first reply within 4 hours of business time
        await _desk.PassesAsync("PT2H50M");
        Assert.Equal(0, await _chen.CountsAsync("needs a first reply soon"));
        await _desk.PassesAsync("PT50M"); // 75 % fall into the lunch break
        Assert.Equal(1, await _chen.CountsAsync("needs a first reply soon"));
        Assert.Contains("At risk", _chen.Shown[0].Text, StringComparison.Ordinal);
        await _desk.PassesAsync("PT2H");
        Assert.Equal(1, await _chen.CountsAsync("has had no first reply in time"));
        await _desk.As("elif").SeesAsync("has had no first reply in time");
        Assert.Contains("Overdue", _chen.Shown[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_ends_the_wait_for_the_first_reply()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.WritesAsync("Reply", "On my way");
        await _desk.PassesAsync("PT6H");
        Assert.Equal(0, await _chen.CountsAsync("first reply"));
    }

    [Fact]
    public async Task The_owner_hears_at_75_percent_alone()
    {
        await _amina.FilesAsync("qzx the tray is stuck", "My team", "I can't work"); // P2: 1 h, 8 h
        await _chen.WritesAsync("Reply", "On my way");
        await _desk.PassesAsync("PT6H45M");
        await _desk.As("chen").SeesAsync("is due soon");
        Assert.Equal(0, await _chen.CountsAsync("is due soon"));
    }

    [Fact]
    public async Task Waiting_for_the_requester_stops_the_clock()
    {
        await _amina.FilesAsync("qzx the tray is stuck", "My team", "I can't work");
        await _chen.WritesAsync("Ask requester", "Which tray?");
        await _desk.PassesAsync("P1D");
        Assert.Equal(0, await _chen.CountsAsync("overdue"));
        Assert.Contains("Paused", (await _chen.SeesAsync("P2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_warnings_due_at_once_are_said_as_one()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _desk.PassesAsync("P14D");
        Assert.Equal(1, await _chen.CountsAsync("(P3)"));
        Assert.Equal(1, await _chen.CountsAsync("is overdue"));
    }

    [Fact]
    public async Task What_became_due_while_it_was_down_is_said_once_after_the_start()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _desk.PassesAsync("PT1H");
        await _desk.RestartAsync(after: TimeSpan.FromDays(1));
        await _desk.PassesAsync("PT1M");
        Assert.Equal(1, await _desk.InRoom("chen").CountsAsync("(P3)"));
        await _desk.RestartAsync(after: TimeSpan.FromHours(1));
        await _desk.PassesAsync("PT1M");
        Assert.Equal(1, await _desk.InRoom("chen").CountsAsync("(P3)"));
    }

    [Fact]
    public async Task A_question_without_an_answer_is_repeated_twice_and_then_closed()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.WritesAsync("Ask requester", "Which tray?");
        await _desk.PassesAsync("P2DT1H");
        Assert.Equal(1, await _amina.CountsAsync("We still need your answer"));
        await _desk.PassesAsync("P5D");
        Assert.Equal(1, await _amina.CountsAsync("We can't go on"));
        await _desk.PassesAsync("P2D");
        await _amina.SeesAsync("Is it fixed?");
        await _desk.PassesAsync("P6D");
        await _amina.SeesAsync("is closed now");
        await _chen.ReadAsync();
        Assert.Contains("Closed", _chen.Shown[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_again_the_wait_for_an_answer_begins_anew()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.WritesAsync("Ask requester", "Which tray?");
        await _desk.PassesAsync("P7D"); // 5 business days
        await _chen.WritesAsync("Ask requester", "Is it the upper one?");
        await _desk.PassesAsync("P4DT1H");
        Assert.Equal(0, await _amina.CountsAsync("Is it fixed?"));
        Assert.Equal(1, await _amina.CountsAsync("We can't go on")); // of the first wait
        Assert.Equal(1, await _amina.CountsAsync("We still need your answer")); // of the second
    }

    [Fact]
    public async Task Silence_closes_a_resolved_ticket_after_three_business_days()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        await _desk.PassesAsync("P2D");
        Assert.Equal(0, await _amina.CountsAsync("is closed now"));
        await _desk.PassesAsync("P1DT1H");
        Assert.Equal(1, await _amina.CountsAsync("is closed now"));
    }

    [Fact]
    public async Task The_survey_comes_an_hour_after_the_resolution_and_is_asked_once_more()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        await _desk.PassesAsync("PT55M");
        Assert.Equal(0, await _amina.CountsAsync("How did it go?"));
        await _desk.PassesAsync("PT10M");
        Assert.Equal(1, await _amina.CountsAsync("How did it go?"));
        await _desk.PassesAsync("P2DT1H");
        Assert.Equal(1, await _amina.CountsAsync("How did it go with HD-1001?"));
        await _desk.PassesAsync("P4D");
        Assert.Equal(1, await _amina.CountsAsync("How did it go with HD-1001?"));
    }

    [Fact]
    public async Task A_low_rating_is_asked_why_and_the_agents_see_it()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        await _desk.PassesAsync("PT2H");
        var survey = await _amina.SeesAsync("How did it go?");
        await _amina.PressesAsync("1");
        await _amina.SeesAsync("What went wrong?");
        await _amina.FillsInAsync("Send", new() { ["comment"] = "It took days." });
        await _amina.SeesAsync("Thank you for telling us why");
        var card = await _chen.SeesAsync("1 of 5");
        Assert.Contains("It took days.", card.Text, StringComparison.Ordinal);
        var again = await _amina.PressAsync(survey.Id, survey.Buttons["5"]);
        Assert.Contains("You gave it 1 of 5", again.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_rating_is_thanked_for_and_asks_nothing_more()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        await _desk.PassesAsync("PT2H");
        await _amina.PressesAsync("5");
        var card = await _amina.SeesAsync("You gave it 5 of 5");
        Assert.Empty(card.Buttons);
    }

    [Fact]
    public async Task Reopening_takes_the_question_back()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.ResolvesAsync("I oiled it.");
        await _desk.PassesAsync("PT2H");
        var survey = await _amina.SeesAsync("How did it go?");
        await _amina.WritesAsync("Not yet", "still stuck");
        var answer = await _amina.PressAsync(survey.Id, survey.Buttons["4"]);
        Assert.Equal("survey.void", answer.Code);
        await _amina.SeesAsync("nothing to rate yet");
    }

    [Fact]
    public async Task One_person_is_asked_at_most_once_a_week()
    {
        var first = await _amina.FilesAsync("qzx the tray is stuck");
        var second = await _amina.FilesAsync("qzx the lamp flickers");
        await _chen.ResolvesAsync("I oiled it.", on: first);
        await _desk.PassesAsync("PT2H");
        await _chen.ResolvesAsync("New lamp.", on: second);
        await _desk.PassesAsync("P1D");
        Assert.Equal(1, await _amina.CountsAsync("How did it go? 1 is bad"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-PT1H")]
    [InlineData("P10Y")]
    public async Task The_demo_clock_says_what_it_cannot_do(string advance)
    {
        var response = await _desk.Http.PostAsJsonAsync("/demo/clock", new { advance }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
