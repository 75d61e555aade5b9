using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>"How did it go?": asked once after a resolution, answered with one tap.</summary>
public class SurveyTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_survey_comes_an_hour_after_the_resolution_and_is_asked_once_more(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await desk.PassesAsync("PT55M");
        Assert.Equal(0, await amina.CountsAsync("How did it go?"));
        await desk.PassesAsync("PT10M");
        Assert.Equal(1, await amina.CountsAsync("How did it go?"));
        await desk.PassesAsync("P2DT1H");
        Assert.Equal(1, await amina.CountsAsync("How did it go with HD-1001?"));
        await desk.PassesAsync("P4D");
        Assert.Equal(1, await amina.CountsAsync("How did it go with HD-1001?"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_low_rating_is_asked_why_and_the_agents_see_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await desk.PassesAsync("PT2H");
        var survey = await amina.SeesAsync("How did it go?");
        await amina.PressesAsync("1");
        await amina.SeesAsync("What went wrong?");
        await amina.FillsInAsync("Send", new() { ["comment"] = "It took days." });
        await amina.SeesAsync("Thank you for telling us why");
        var card = await chen.SeesAsync("1 of 5");
        Assert.Contains("It took days.", card.Text, StringComparison.Ordinal);
        var again = await amina.PressAsync(survey.Id, survey.Buttons["5"]);
        Assert.Contains("You gave it 1 of 5", again.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_good_rating_is_thanked_for_and_asks_nothing_more(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await desk.PassesAsync("PT2H");
        await amina.PressesAsync("5");
        var card = await amina.SeesAsync("You gave it 5 of 5");
        Assert.Empty(card.Buttons);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_gives_two_or_less_is_offered_to_open_it_again(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await desk.PassesAsync("PT2H");
        await amina.PressesAsync("2");
        await amina.WritesAsync("It is not fixed", "it still squeaks");
        Assert.Contains("In progress", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await desk.As("chen").SeesAsync("opened your ticket HD-1001 again");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_survey_can_be_answered_for_a_week(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await desk.PassesAsync("PT2H");
        var survey = await amina.SeesAsync("How did it go?");
        await desk.PassesAsync("P6DT22H");
        Assert.Equal("survey.rating_range", (await amina.PressAsync(survey.Id, Rating(survey, 6))).Code);
        await desk.PassesAsync("PT3H");
        Assert.Equal("survey.expired", (await amina.PressAsync(survey.Id, Rating(survey, 4))).Code);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_turned_the_question_off_is_neither_asked_nor_reminded(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.SaysAsync("notifications");
        await amina.FillsInAsync("Save", new() { ["answer"] = "Now", ["progress"] = "Now", ["following"] = "Now", ["reminder"] = "Now", ["survey"] = "Off" });
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await desk.PassesAsync("P3DT2H");
        Assert.Equal(0, await amina.CountsAsync("How did it go"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Reopening_takes_the_question_back(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.ResolvesAsync("I oiled it.");
        await desk.PassesAsync("PT2H");
        var survey = await amina.SeesAsync("How did it go?");
        await amina.WritesAsync("Not yet", "still stuck");
        var answer = await amina.PressAsync(survey.Id, survey.Buttons["4"]);
        Assert.Equal("survey.void", answer.Code);
        await amina.SeesAsync("nothing to rate yet");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task One_person_is_asked_at_most_once_a_week(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var first = await amina.FilesAsync("qzx the tray is stuck");
        var second = await amina.FilesAsync("qzx the lamp flickers");
        await chen.ResolvesAsync("I oiled it.", on: first);
        await desk.PassesAsync("PT2H");
        await chen.ResolvesAsync("New lamp.", on: second);
        await desk.PassesAsync("P1D");
        Assert.Equal(1, await amina.CountsAsync("How did it go? 1 is bad"));
    }

    private static JsonObject Rating(ShownMessage survey, int rating)
    {
        var press = (JsonObject)survey.Buttons["5"].DeepClone();
        (press["data"]!["rating"], press["data"]!["key"]) = (rating, $"rating/{rating}");
        return press;
    }
}
