using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>What becomes of offering articles is counted honestly, and leads see it.</summary>
public class LedgerTests
{
    private const string Token = "my vpn token is rejected";

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_report_counts_what_was_shown_read_and_solved(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync(Token);
        await amina.PressesAsync("Show more");
        await amina.PressesAsync("That solved it");

        var elif = desk.As("elif");
        await elif.SaysAsync("knowledge report");
        Assert.Contains("The VPN rejects my token or sign-in code\nshown 1 · read 1 · solved 1 · then filed 0\n100", elif.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_files_about_the_same_thing_within_a_day_was_not_helped(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await SolvesAsync(desk, "amina");
        await SolvesAsync(desk, "bruno");
        await desk.PassesAsync("PT23H");
        await desk.As("amina").FilesAsync("my vpn token is still rejected");
        await desk.As("bruno").FilesAsync("the coffee machine leaks on the second floor");

        var elif = desk.As("elif");
        await elif.SaysAsync("knowledge report");
        Assert.Contains("solved 1 · then filed 1", elif.Last.Text, StringComparison.Ordinal);
        Assert.Contains("33", elif.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_day_it_is_a_new_problem()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await SolvesAsync(desk, "amina");
        await desk.PassesAsync("PT25H");
        await desk.As("amina").FilesAsync(Token);
        Assert.Empty(await desk.ReadAsync(db => db.Suggestions.Where(row => row.FalseTicket != null).ToListAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Agents_see_what_was_tried_and_it_is_not_offered_again(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina");
        await amina.SaysAsync(Token);
        await amina.PressesAsync("Show more");
        await amina.PressesAsync("Open a ticket", on: "Try this");
        foreach (var button in new[] { "Yes, Network, VPN and Wi-Fi", "Just me", "I can't work", "File it" })
        {
            await amina.PressesAsync(button);
        }

        var card = await desk.InRoom("chen").SeesAsync("The VPN rejects my token or sign-in code");
        Assert.Contains("read, did not help", card.Text, StringComparison.Ordinal);

        await amina.SaysAsync("still my vpn token is rejected");
        await amina.PressesAsync("Something new");
        Assert.DoesNotContain("The VPN rejects my token or sign-in code", amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_answers_for_a_day_was_ignored()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("amina").SaysAsync(Token);
        await desk.PassesAsync("PT25H");
        var csv = await CsvAsync(desk, "elif");
        var line = csv.Split('\n').Single(line => line.Contains(",vpn-token-rejected,", StringComparison.Ordinal)).Trim();
        Assert.Equal("2026-11-23,vpn-token-rejected,The VPN rejects my token or sign-in code,1,0,0,0,0,1,,2026-11-23", line);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Questions_that_nothing_answers_are_counted_together(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("the badge reader at the north door blinks red", category: "Something else");
        await desk.As("bruno").FilesAsync("badge reader north door blinking red again", category: "Something else");
        await desk.As("dana").SaysAsync("qzx the goldfish in the lobby looks sad");

        var elif = desk.As("elif");
        await elif.SaysAsync("gaps");
        Assert.Contains("2 gaps", elif.Last.Text, StringComparison.Ordinal);
        Assert.Contains("2 questions from 2 people · 2 became tickets", elif.Last.Text, StringComparison.Ordinal);
        Assert.Contains("1 question from 1 person · 0 became tickets", elif.Last.Text, StringComparison.Ordinal);

        var form = await elif.PressesAsync("Write this article");
        Assert.Contains("the badge reader at the north door blinks red", form.Json, StringComparison.Ordinal);
        await elif.PressesAsync("Not needed");
        Assert.Contains("1 gap", elif.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("badge", elif.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_became_a_ticket_behind_a_private_door_is_no_gap_for_others(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database, "--HelpDesk:DeskFile=" + await DeskFiles.WithPeopleTeamAsync());
        await desk.As("amina").FilesAsync("qzx my payslip shouts at me every morning");
        await desk.As("elif").SaysAsync("gaps");
        Assert.DoesNotContain("shouts", desk.As("elif").Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Employees_and_agents_see_neither_report_nor_gaps()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        foreach (var id in new[] { "amina", "chen" })
        {
            var person = desk.As(id);
            await person.SaysAsync("knowledge report");
            Assert.DoesNotContain("shown", person.Last.Text, StringComparison.Ordinal);
            foreach (var (verb, data) in new[] { ("knowledge.report-csv.v1", new JsonObject()), ("knowledge.gap-dismiss.v1", new JsonObject { ["gap"] = Guid.NewGuid() }) })
            {
                var answer = await person.PressAsync("none", new JsonObject { ["verb"] = verb, ["data"] = data });
                Assert.Equal("knowledge.not_allowed", answer.Code);
            }
        }
    }

    private static async Task SolvesAsync(TestDesk desk, string id)
    {
        await desk.As(id).SaysAsync(Token);
        await desk.As(id).PressesAsync("That solved it", on: "The VPN rejects my token");
    }

    private static async Task<string> CsvAsync(TestDesk desk, string id)
    {
        var person = desk.As(id);
        await person.SaysAsync("knowledge report");
        await person.PressesAsync("All weeks as a file");
        var file = person.Last.Files.Single().Url;
        return await (await person.GetAsync(file)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
