using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static HelpDeskBot.Tests.Conversations.DeskStories;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Admins change the desk's settings in the chat: looked at first, with an author, and never past what is wrong.</summary>
public class DeskSettingsTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_file_with_mistakes_is_answered_with_all_of_them_by_line_and_changes_nothing(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var yaml = (await WithPeopleTeamAsync())
            .Replace("    keywords: [salary", "    colour: red\n    keywords: [salary", StringComparison.Ordinal)
            .Replace("leads: [webchat:dana]", "leads: [dana]", StringComparison.Ordinal)
            .Replace("queue: people", "queue: peeple", StringComparison.Ordinal);
        await SendsAsync(desk.As("farid"), yaml);

        var answer = desk.As("farid").Last;
        Assert.Contains("3 things are wrong", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"Line {LineOf(yaml, "colour: red")}: unknown key colour", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"Line {LineOf(yaml, "leads: [dana]")}: write the channel before the account, such as webchat:dana", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"Line {LineOf(yaml, "queue: peeple")}: no queue peeple", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Buttons);
        Assert.Equal(1, await VersionAsync(desk));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_right_file_shows_what_would_change_and_is_in_force_once_its_button_is_pressed(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var farid = desk.As("farid");
        await desk.As("amina").FilesAsync("qzx my payslip is wrong");
        await SendsAsync(farid, await WithPeopleTeamAsync());
        Assert.Contains("private: true", farid.Last.Text, StringComparison.Ordinal);
        Assert.Equal(1, await VersionAsync(desk));

        var (message, button) = (farid.Last.Id, farid.Last.Buttons["Put in force"]);
        await farid.PressAsync(message, button);
        await farid.PressAsync(message, button);
        Assert.Equal(2, await VersionAsync(desk));
        Assert.Contains("Version 2 is in force now.", farid.Last.Text, StringComparison.Ordinal);

        await QueueTests.MoveAsync(desk, "chen", "people");
        await desk.InRoom("bruno", "people").PressesAsync("Claim");
        await desk.RestartAsync();
        Assert.Equal(2, await VersionAsync(desk));
        await desk.InRoom("bruno", "people").SeesAsync("payslip is wrong");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_was_slower_is_shown_what_theirs_would_change_now(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var farid = desk.As("farid");
        var yaml = await WithPeopleTeamAsync();
        await SendsAsync(farid, yaml);
        var (slow, press) = (farid.Last.Id, farid.Last.Buttons["Put in force"]);
        await SendsAsync(farid, yaml.Replace("name: People team", "name: Our people", StringComparison.Ordinal));
        await farid.PressesAsync("Put in force");

        await farid.PressAsync(slow, press);
        Assert.Equal(2, await VersionAsync(desk));
        Assert.Contains("name: Our people", (await farid.SeesAsync("Somebody changed the settings just now")).Text, StringComparison.Ordinal);
        await farid.PressesAsync("Put in force");
        Assert.Equal(3, await VersionAsync(desk));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_changed_is_kept_with_its_author_and_can_be_taken_back(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var farid = desk.As("farid");
        await SendsAsync(farid, await WithPeopleTeamAsync());
        await farid.PressesAsync("Put in force");
        await farid.SaysAsync(Menu);
        Assert.Contains("Version 2 by Farid", farid.Last.Text, StringComparison.Ordinal);

        var history = await farid.PressesAsync("History");
        var first = CardParts.Buttons(history.Card).Keys.Single(title => title.StartsWith("Version 1 from the file", StringComparison.Ordinal));
        var preview = await (await history.ChoosesAsync(first)).ChoosesAsync("Go back to this version");
        Assert.Contains("agents: [webchat:bruno]", preview.Json, StringComparison.Ordinal);
        await preview.SubmitsAsync([]);
        Assert.Equal(3, await VersionAsync(desk));
        await farid.SaysAsync(Menu);
        Assert.Contains("went back to version 1", farid.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_queue_with_tickets_stays(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database, "--HelpDesk:DeskFile=" + await DeskFiles.WithPeopleTeamAsync());
        await desk.As("amina").FilesAsync("qzx my payslip is wrong", category: "Yes, Pay and payroll");
        await SendsAsync(desk.As("farid"), await ShippedAsync());
        Assert.Contains("the queue people has tickets and must stay", desk.As("farid").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_admin_locks_themselves_out()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await SendsAsync(desk.As("farid"), await ShippedAsync() + "\nadmins: [webchat:elif]\n");
        await desk.As("farid").PressesAsync("Put in force");
        await SendsAsync(desk.As("elif"), await ShippedAsync());
        Assert.Contains("you would no longer be an admin", desk.As("elif").Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chen")]
    [InlineData("elif")]
    public async Task Nobody_but_admins_reads_or_changes_them_through_any_button(string other)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await SendsAsync(desk.As("farid"), await WithPeopleTeamAsync());
        var apply = (JsonObject)desk.As("farid").Last.Buttons["Put in force"].DeepClone();
        var person = desk.As(other);
        await person.SaysAsync(Menu);
        Assert.Contains("Only admins change the desk's settings.", person.Last.Text, StringComparison.Ordinal);

        Assert.Equal("file.not_found", (await person.PressAsync(person.Last.Id, apply)).Code); // the file is not theirs
        foreach (var (verb, data) in Presses())
        {
            var answer = await person.PressAsync(person.Last.Id, new JsonObject { ["verb"] = verb, ["data"] = data });
            Assert.True(answer.Code == "desk.not_admin", $"{verb}: {answer.Json}");
        }

        Assert.Equal(1, await VersionAsync(desk));
    }

    [Fact]
    public async Task A_file_that_changes_on_disk_counts_at_the_next_start_and_else_the_chat_does()
    {
        var path = await SmallFileAsync();
        await using var desk = await TestDesk.StartAsync(Database.Sqlite, "--HelpDesk:DeskFile=" + path);
        await SendsAsync(desk.As("farid"), Small.Replace("name: Help", "name: From the chat", StringComparison.Ordinal));
        await desk.As("farid").PressesAsync("Put in force");
        await desk.RestartAsync();
        Assert.Contains("From the chat", await InForceAsync(desk), StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, Small.Replace("name: Help", "name: From the file", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await desk.RestartAsync();
        Assert.Contains("From the file", await InForceAsync(desk), StringComparison.Ordinal);
        Assert.Equal(3, await VersionAsync(desk));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Other_hours_move_the_targets_of_open_tickets(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database, "--HelpDesk:DeskFile=" + await SmallFileAsync());
        await desk.As("amina").FilesAsync("qzx the lamp blinks", category: "Something else");
        var before = (await desk.InRoom("chen", "help").SeesAsync("lamp blinks")).Text;
        await SendsAsync(desk.As("farid"), Small.Replace("tuesday: [08:00-18:00]", "wednesday: [08:00-18:00]", StringComparison.Ordinal)
            .Replace("monday: [08:00-18:00]", "monday: [08:00-09:30]", StringComparison.Ordinal));
        await desk.As("farid").PressesAsync("Put in force");
        await desk.Services.GetRequiredService<DeskSettingsFeed>().RunOnceAsync(TestContext.Current.CancellationToken);
        var after = (await desk.InRoom("chen", "help").SeesAsync("lamp blinks")).Text;
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task In_German_an_admin_is_answered_in_German()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var farid = desk.As("farid", "de-DE");
        await farid.SaysAsync("Helpdesk-Einstellungen");
        Assert.Contains("Version 1 aus der Datei", farid.Last.Text, StringComparison.Ordinal);
        await SendsAsync(farid, await WithPeopleTeamAsync());
        Assert.Contains("Das würde sich ändern", farid.Last.Text, StringComparison.Ordinal);
        await farid.PressesAsync("Verwerfen");
        Assert.Contains("Verworfen. Nichts hat sich geändert.", farid.Last.Text, StringComparison.Ordinal);
        Assert.Equal(1, await VersionAsync(desk));
    }

    private static IEnumerable<(string Verb, JsonObject Data)> Presses()
    {
        foreach (var verb in new[] { "desk.text.form.v1", "desk.export.v1", "desk.history.form.v1", "desk.queues.form.v1", "desk.queue.form.v1" })
        {
            yield return (verb, []);
        }

        foreach (var verb in new[] { "desk.changes.form.v1", "desk.restore.form.v1", "desk.restore.v1" })
        {
            yield return (verb, new JsonObject { ["version"] = 1, ["base"] = 1 });
        }

        yield return ("desk.check.v1", new JsonObject { ["nonce"] = Guid.NewGuid(), ["text"] = "queues:" });
        yield return ("desk.queue.v1", new JsonObject { ["nonce"] = Guid.NewGuid(), ["id"] = "mine", ["name"] = "Mine" });
    }
}
