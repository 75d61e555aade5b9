using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>The guided intake: nothing said is lost, and one can always go back, start over, stop or ask for help.</summary>
public class IntakeTests
{
    [Fact]
    public async Task The_category_that_the_words_point_to_is_one_tap_away()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx the printer on floor 3 makes odd noises");
        Assert.Contains("Is this about Printing and scanning?", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Every_question_can_be_answered_by_typing(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx the printer on floor 3 makes odd noises");
        await amina.SaysAsync("yes");
        await amina.SaysAsync("2");
        await amina.SaysAsync("i can't work");
        await amina.SaysAsync("file it");
        await amina.SeesAsync("HD-1001");
        Assert.Contains("My team", (await desk.InRoom("chen").SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_is_typed_instead_of_a_choice_is_added_to_the_description(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx odd noises");
        await amina.SaysAsync("it started after lunch");
        await amina.SeesAsync("I added that to your report");
        await amina.PressesAsync("Something else");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can work");
        await amina.PressesAsync("File it");
        var card = await desk.InRoom("chen").SeesAsync("HD-1001");
        Assert.Contains("it started after lunch", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_asks_the_earlier_question_again()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx odd noises");
        await amina.PressesAsync("Something else");
        await amina.PressesAsync("My team");
        await amina.SaysAsync("back");
        Assert.Contains("Who is affected?", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("Back");
        Assert.Contains("What is it about?", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Start_over_asks_what_is_wrong_and_forgets_the_answers(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx odd noises");
        await amina.PressesAsync("Something else");
        await amina.SaysAsync("start over");
        Assert.Contains("What's wrong?", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("qzx the screen is black");
        Assert.Contains("Is this about Laptop and devices?", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Cancel_files_nothing_and_the_old_buttons_say_so(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx odd noises");
        var question = amina.Last;
        await amina.SaysAsync("cancel");
        Assert.Contains("Nothing was filed", amina.Last.Text, StringComparison.Ordinal);
        var answer = await amina.PressAsync(question.Id, question.Buttons["Something else"]);
        Assert.Equal("intake.moved_on", answer.Code);
        await amina.SaysAsync("my tickets");
        Assert.Contains("You have no tickets", amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_in_the_middle_loses_nothing()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx odd noises");
        await amina.SaysAsync("help");
        Assert.Contains("start over", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("something else");
        Assert.Contains("Who is affected?", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("back")]
    [InlineData("start over")]
    public async Task Steering_without_a_report_is_answered_kindly(string command)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        await amina.SaysAsync(command);
        Assert.Contains("nothing to cancel or go back to", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("Good morning!")]
    [InlineData("moin")]
    public async Task A_greeting_is_asked_what_is_wrong_and_never_becomes_a_report(string greeting)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        await amina.SaysAsync(greeting);
        Assert.Contains("What's wrong?", amina.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Something else", amina.Last.Buttons.Keys);
    }

    [Fact]
    public async Task Thanks_for_nothing_in_particular_is_not_a_report()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        await amina.SaysAsync("thanks!");
        Assert.Contains("You're welcome", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_summary_can_be_edited_and_a_refused_edit_keeps_what_was_typed(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx odd noises");
        await amina.PressesAsync("Something else");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can work");
        var form = await amina.PressesAsync("Edit");
        var inputs = new JsonObject
        {
            ["subject"] = " ",
            ["description"] = "Every morning at nine",
            ["category"] = "hardware",
            ["impact"] = "MyTeam",
            ["urgency"] = "CannotWork",
        };
        var refused = await form.SubmitsAsync(inputs);
        Assert.Contains("Please give it a subject.", refused.Json, StringComparison.Ordinal);
        Assert.Contains("Every morning at nine", refused.Json, StringComparison.Ordinal);
        inputs["subject"] = "Noises";
        await refused.SubmitsAsync(inputs);
        Assert.Contains("Noises", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("File it");
        var card = await desk.InRoom("chen").SeesAsync("HD-1001");
        Assert.Contains("P2", card.Text, StringComparison.Ordinal);
        Assert.Contains("Every morning at nine", card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_draft_is_still_there_after_a_restart(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx odd noises");
        await amina.PressesAsync("Something else");
        await desk.RestartAsync();
        amina = desk.As("amina");
        await amina.SaysAsync("hello");
        Assert.Contains("Who is affected?", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("Everyone");
        await amina.PressesAsync("I can work");
        await amina.PressesAsync("File it");
        await amina.SeesAsync("HD-1001");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_draft_of_another_version_keeps_the_words_and_asks_the_rest_again(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("hi");
        await using (var scope = desk.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
            var person = await db.People.Where(known => known.Name == "Amina Yusuf").Select(known => known.Id).SingleAsync(TestContext.Current.CancellationToken);
            db.Drafts.Add(new DraftRow
            {
                Person = person,
                Dialog = "intake.v0",
                Body = """{"id":"5a3e2b58-5c9d-4f0e-8a3e-0d1a64a7d001","step":"Colour","subject":"Noises","description":"odd noises since May","color":"red"}""",
                ChangedAt = NodaTime.Instant.FromUtc(2026, 11, 23, 8, 0),
            });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await amina.SaysAsync("something else");
        await amina.SeesAsync("I was updated");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can work");
        await amina.PressesAsync("File it");
        Assert.Contains("odd noises since May", (await desk.InRoom("chen").SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_button_pressed_twice_answers_the_same_and_files_once(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.ReportsAsync("qzx odd noises");
        await amina.PressesAsync("Something else");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can work");
        var summary = amina.Last;
        var first = await amina.PressAsync(summary.Id, summary.Buttons["File it"]);
        var second = await amina.PressAsync(summary.Id, summary.Buttons["File it"]);
        Assert.Equal(first.Json, second.Json);
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_same_message_delivered_twice_is_one_report(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("qzx odd noises", clientId: "delivery-1");
        await amina.SaysAsync("qzx odd noises", clientId: "delivery-1");
        Assert.Equal(1, await amina.CountsAsync("What is it about?"));
    }
}
