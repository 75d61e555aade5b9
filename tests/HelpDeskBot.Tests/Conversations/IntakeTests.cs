using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>The guided intake: nothing said is lost, and one can always go back, start over, stop or ask for help.</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private TestDesk _desk = null!;
    private TestPerson _amina = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await TestDesk.StartAsync(Database.Sqlite);
        _amina = _desk.As("amina");
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_category_that_the_words_point_to_is_one_tap_away()
    {
        await _amina.ReportsAsync("qzx the printer on floor 3 makes odd noises");
        Assert.Contains("Is this about Printing and scanning?", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_question_can_be_answered_by_typing()
    {
        await _amina.ReportsAsync("qzx the printer on floor 3 makes odd noises");
        await _amina.SaysAsync("yes");
        await _amina.SaysAsync("2");
        await _amina.SaysAsync("i can't work");
        await _amina.SaysAsync("file it");
        await _amina.SeesAsync("HD-1001");
        Assert.Contains("My team", (await _desk.InRoom("chen").SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_instead_of_a_choice_is_added_to_the_description()
    {
        await _amina.ReportsAsync("qzx odd noises");
        await _amina.SaysAsync("it started after lunch");
        await _amina.SeesAsync("I added that to your report");
        await _amina.PressesAsync("Something else");
        await _amina.PressesAsync("Just me");
        await _amina.PressesAsync("I can work");
        await _amina.PressesAsync("File it");
        var card = await _desk.InRoom("chen").SeesAsync("HD-1001");
        Assert.Contains("it started after lunch", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_asks_the_earlier_question_again()
    {
        await _amina.ReportsAsync("qzx odd noises");
        await _amina.PressesAsync("Something else");
        await _amina.PressesAsync("My team");
        await _amina.SaysAsync("back");
        Assert.Contains("Who is affected?", _amina.Last.Text, StringComparison.Ordinal);
        await _amina.PressesAsync("Back");
        Assert.Contains("What is it about?", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_over_asks_what_is_wrong_and_forgets_the_answers()
    {
        await _amina.ReportsAsync("qzx odd noises");
        await _amina.PressesAsync("Something else");
        await _amina.SaysAsync("start over");
        Assert.Contains("What's wrong?", _amina.Last.Text, StringComparison.Ordinal);
        await _amina.SaysAsync("qzx the screen is black");
        Assert.Contains("Is this about Laptop and devices?", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_files_nothing_and_the_old_buttons_say_so()
    {
        await _amina.ReportsAsync("qzx odd noises");
        var question = _amina.Last;
        await _amina.SaysAsync("cancel");
        Assert.Contains("Nothing was filed", _amina.Last.Text, StringComparison.Ordinal);
        var answer = await _amina.PressAsync(question.Id, question.Buttons["Something else"]);
        Assert.Equal("intake.moved_on", answer.Code);
        await _amina.SaysAsync("my tickets");
        Assert.Contains("You have no tickets", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_in_the_middle_loses_nothing()
    {
        await _amina.ReportsAsync("qzx odd noises");
        await _amina.SaysAsync("help");
        Assert.Contains("start over", _amina.Last.Text, StringComparison.Ordinal);
        await _amina.SaysAsync("something else");
        Assert.Contains("Who is affected?", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("back")]
    [InlineData("start over")]
    public async Task Steering_without_a_report_is_answered_kindly(string command)
    {
        await _amina.SaysAsync(command);
        Assert.Contains("nothing to cancel or go back to", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("Good morning!")]
    [InlineData("moin")]
    public async Task A_greeting_is_asked_what_is_wrong_and_never_becomes_a_report(string greeting)
    {
        await _amina.SaysAsync(greeting);
        Assert.Contains("What's wrong?", _amina.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Something else", _amina.Last.Buttons.Keys);
    }

    [Fact]
    public async Task Thanks_for_nothing_in_particular_is_not_a_report()
    {
        await _amina.SaysAsync("thanks!");
        Assert.Contains("You're welcome", _amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_can_be_edited_and_a_refused_edit_keeps_what_was_typed()
    {
        await _amina.ReportsAsync("qzx odd noises");
        await _amina.PressesAsync("Something else");
        await _amina.PressesAsync("Just me");
        await _amina.PressesAsync("I can work");
        var form = await _amina.PressesAsync("Edit");
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
        Assert.Contains("Noises", _amina.Last.Text, StringComparison.Ordinal);
        await _amina.PressesAsync("File it");
        var card = await _desk.InRoom("chen").SeesAsync("HD-1001");
        Assert.Contains("P2", card.Text, StringComparison.Ordinal);
        Assert.Contains("Every morning at nine", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_is_still_there_after_a_restart()
    {
        await _amina.ReportsAsync("qzx odd noises");
        await _amina.PressesAsync("Something else");
        await _desk.RestartAsync();
        var amina = _desk.As("amina");
        await amina.SaysAsync("hello");
        Assert.Contains("Who is affected?", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("Everyone");
        await amina.PressesAsync("I can work");
        await amina.PressesAsync("File it");
        await amina.SeesAsync("HD-1001");
    }

    [Fact]
    public async Task A_draft_of_another_version_keeps_the_words_and_asks_the_rest_again()
    {
        await _amina.SaysAsync("hi");
        await using (var scope = _desk.Services.CreateAsyncScope())
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

        await _amina.SaysAsync("something else");
        await _amina.SeesAsync("I was updated");
        await _amina.PressesAsync("Just me");
        await _amina.PressesAsync("I can work");
        await _amina.PressesAsync("File it");
        Assert.Contains("odd noises since May", (await _desk.InRoom("chen").SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_pressed_twice_answers_the_same_and_files_once()
    {
        await _amina.ReportsAsync("qzx odd noises");
        await _amina.PressesAsync("Something else");
        await _amina.PressesAsync("Just me");
        await _amina.PressesAsync("I can work");
        var summary = _amina.Last;
        var first = await _amina.PressAsync(summary.Id, summary.Buttons["File it"]);
        var second = await _amina.PressAsync(summary.Id, summary.Buttons["File it"]);
        Assert.Equal(first.Json, second.Json);
        Assert.Equal(1, await _desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [Fact]
    public async Task The_same_message_delivered_twice_is_one_report()
    {
        await _amina.SaysAsync("qzx odd noises", clientId: "delivery-1");
        await _amina.SaysAsync("qzx odd noises", clientId: "delivery-1");
        Assert.Equal(1, await _amina.CountsAsync("What is it about?"));
    }

    [Fact]
    public async Task A_very_long_report_is_kept_whole_as_a_file()
    {
        var text = "qzx log of the crash\n" + string.Concat(Enumerable.Range(0, 4000).Select(line => $"[{line:D5}] fault\n"));
        var number = await _amina.FilesAsync(text);
        var chen = _desk.InRoom("chen");
        Assert.Contains("message.txt", (await chen.SeesAsync(number)).Text, StringComparison.Ordinal);
        var id = await _desk.ReadAsync(db => db.Attachments.Select(file => file.Id).SingleAsync());
        var response = await chen.GetAsync($"/files/{id.Value:N}");
        Assert.Equal(text, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_long_description_is_cut_on_the_card_and_shown_whole_on_demand()
    {
        var text = "qzx what I did: " + string.Join(' ', Enumerable.Range(0, 600).Select(step => $"step{step}"));
        var number = await _amina.FilesAsync(text);
        var chen = _desk.InRoom("chen");
        Assert.DoesNotContain("step599", (await chen.SeesAsync(number)).Text, StringComparison.Ordinal);
        Assert.Contains("step599", (await chen.PressesAsync("Show all")).Json, StringComparison.Ordinal);
    }
}
