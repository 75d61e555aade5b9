using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>People choose what they are told, and when; what cannot wait comes all the same. It is Monday, nine in the morning.</summary>
public class NotificationTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_is_off_does_not_come_and_what_is_on_does_also_after_a_restart(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await ChoosesAsync(desk.As("amina"), ("progress", "Off"));
        Assert.Contains("Saved.", desk.As("amina").Last.Text, StringComparison.Ordinal);
        await desk.RestartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.InRoom("chen").PressesAsync("Claim");
        await desk.InRoom("chen").WritesAsync("Reply", "Which tray?");
        Assert.Equal(0, await desk.As("amina").CountsAsync("is looking at HD-1001"));
        await desk.As("amina").SeesAsync("Which tray?");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_can_wait_comes_in_the_morning_as_one_message(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await ChoosesAsync(desk.As("amina"), ("answer", "Digest"), ("progress", "Digest"));
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.InRoom("chen").PressesAsync("Claim");
        await desk.InRoom("chen").WritesAsync("Reply", "Try it again, please");
        await desk.InRoom("chen").WritesAsync("Reply", "I mean now");
        await desk.InRoom("chen").PressesAsync("Undo", on: "I mean now");
        await desk.PassesAsync("PT22H");
        Assert.Equal(0, await desk.As("amina").CountsAsync("Try it again"));
        await desk.RestartAsync();
        await desk.PassesAsync("PT2H");

        var digest = await desk.As("amina").SeesAsync("2 messages waited for you");
        Assert.DoesNotContain("[Answer]", digest.Text, StringComparison.Ordinal);
        Assert.Contains("Try it again, please", digest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("I mean now", digest.Text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.As("amina").CountsAsync("Try it again"));
        await desk.As("amina").PressesAsync("Open HD-1001", on: "waited for you");
        await desk.PassesAsync("P1D");
        Assert.Equal(1, await desk.As("amina").CountsAsync("Try it again, please"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task In_quiet_hours_nothing_comes_and_afterwards_it_does_with_its_buttons(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await ChoosesAsync(desk.As("amina"), ("from", "08:30"), ("to", "18:00"));
        Assert.Contains("From 08:30 to 18:00 I keep quiet", desk.As("amina").Last.Text, StringComparison.Ordinal);
        await desk.InRoom("chen").WritesAsync("Reply", "Which tray?");
        await desk.PassesAsync("PT8H");
        Assert.Equal(0, await desk.As("amina").CountsAsync("Which tray?"));
        await desk.PassesAsync("PT1H30M");
        Assert.True((await desk.As("amina").SeesAsync("Which tray?")).Buttons.ContainsKey("Answer"));
        await desk.As("amina").SaysAsync("the upper one");
        await desk.InRoom("chen").SeesAsync("the upper one");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_is_taken_back_while_it_waits_never_comes(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await ChoosesAsync(desk.As("amina"), ("from", "08:30"), ("to", "18:00"));
        await desk.InRoom("chen").WritesAsync("Reply", "You broke it");
        await desk.InRoom("chen").PressesAsync("Undo");
        await desk.PassesAsync("P1D");
        Assert.Equal(0, await desk.As("amina").CountsAsync("You broke it"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_breach_and_a_question_that_an_agent_waits_for_come_at_any_hour(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await ChoosesAsync(desk.As("elif"), ("work", "Off"), ("reminder", "Off"), ("from", "00:00"), ("to", "23:59"));
        await ChoosesAsync(desk.As("chen"), ("work", "Off"), ("from", "00:00"), ("to", "23:59"));
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.PassesAsync("PT6H");
        await desk.As("elif").SeesAsync("has had no first reply in time");
        await desk.InRoom("chen").PressesAsync("Claim");
        await (await desk.InRoom("dana").OpensAsync("Ask for hand-over")).SubmitsAsync([]);
        await desk.As("chen").SeesAsync("Dana Novak asks you for HD-1001.");
    }

    [Fact]
    public async Task Hours_that_make_no_sense_are_refused_and_nothing_changes()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina");
        foreach (var (from, to) in new[] { ("22:00", ""), ("", "07:00"), ("22:00", "22:00"), ("soon", "07:00") })
        {
            Assert.Equal("notify.hours", (await ChoosesAsync(amina, ("from", from), ("to", to))).Code);
        }

        Assert.Equal("notify.answer", (await ChoosesAsync(amina, ("answer", "Off"))).Code);
        Assert.Equal("action.data", (await ChoosesAsync(amina, ("progress", "Never"))).Code);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Why_one_was_told_something_can_be_asked(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync("Why did I get this?");
        Assert.Contains("because you wrote to me", amina.Last.Text, StringComparison.Ordinal);
        await amina.FilesAsync("qzx the tray is stuck");
        await desk.InRoom("chen").PressesAsync("Claim");
        await desk.InRoom("chen").WritesAsync("Reply", "Which tray?");
        await amina.SaysAsync("why did I get this?");
        Assert.Contains("HD-1001 is your ticket. It counts as: Answers to you.", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("why did I get this?", quoting: (await amina.SeesAsync("is looking at HD-1001")).Id);
        Assert.Contains("It counts as: What happens with your tickets.", amina.Last.Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.InRoom("chen").CountsAsync("why did I get this")); // it is no answer to the agent

        await desk.InRoom("chen").WritesAsync("Note", "@Dana do you know it?");
        await desk.As("dana").SaysAsync("warum bekomme ich das?");
        Assert.Contains("A note on HD-1001 mentions you.", desk.As("dana").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_German_one_chooses_in_German()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina", "de-DE");
        await amina.SaysAsync("Benachrichtigungen");
        Assert.Contains("Was ich dir sage", amina.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("an denen du arbeitest", amina.Last.Card!.ToJsonString(), StringComparison.Ordinal); // she is no agent
        await amina.FillsInAsync("Speichern", Choices(("from", "20:00"), ("to", "07:00")));
        Assert.Contains("Von 20:00 bis 07:00 bleibe ich still", amina.Last.Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> ChoosesAsync(TestPerson person, params (string Name, string Value)[] choices)
    {
        await person.SaysAsync("notifications");
        return await person.FillsInAsync("Save", Choices(choices));
    }

    private static JsonObject Choices(params (string Name, string Value)[] choices)
    {
        var all = new JsonObject { ["answer"] = "Now", ["progress"] = "Now", ["following"] = "Now", ["reminder"] = "Now", ["survey"] = "Now" };
        foreach (var (name, value) in choices)
        {
            all[name] = value;
        }

        return all;
    }
}
