using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>One act on several tickets of a list.</summary>
public class BulkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Chosen_tickets_are_claimed_after_a_preview_and_each_says_what_came_of_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var chen = await FiledAsync(desk);
        await desk.InRoom("dana").PressesAsync("Claim", on: "tray 2");

        var preview = await ChoosesAsync(chen, "HD-1001,HD-1002", "Claim");
        Assert.Contains("2 tickets. Claim", preview.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("HD-1003", preview.Json, StringComparison.Ordinal);
        Assert.Equal(1, await ActsAsync(desk, Act.Claim));

        var done = await preview.SubmitsAsync([]);

        Assert.Contains("HD-1001: done", done.Json, StringComparison.Ordinal);
        Assert.Contains("HD-1002: not done. Dana", done.Json, StringComparison.Ordinal);
        Assert.Equal(2, await ActsAsync(desk, Act.Claim));
        Assert.Contains("Chen Wei", chen.Shown[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Sent_twice_at_once_and_again_it_has_one_effect(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var chen = await FiledAsync(desk);
        var preview = await ChoosesAsync(chen, "HD-1001,HD-1002,HD-1003", "Resolve", "The trays were oiled.");
        Assert.Contains("The trays were oiled.", preview.Json, StringComparison.Ordinal);
        var button = CardParts.Buttons(preview.Card).Values.Single();

        var responses = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => chen.SendPressAsync("", button)));
        var answers = await Task.WhenAll(responses.Select(response => response.Content.ReadAsStringAsync(Stop)));
        var again = await preview.SubmitsAsync([]);

        Assert.All(answers.Append(again.Json), answer => Assert.All(
            Enumerable.Range(1001, 3), number => Assert.Contains($"HD-{number}: done", answer, StringComparison.Ordinal)));
        Assert.Equal(3, await ActsAsync(desk, Act.Resolve));
        Assert.Equal(3, await desk.As("amina").CountsAsync("Is it fixed?"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Category_and_assignment_work_too(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var chen = await FiledAsync(desk);

        await (await ChoosesAsync(chen, "HD-1001,HD-1003", "Category")).SubmitsAsync([]);
        await (await ChoosesAsync(chen, "HD-1003", "TakeOver")).SubmitsAsync([]);

        var tickets = await desk.ReadAsync(db => db.Tickets.OrderBy(ticket => ticket.Id).ToListAsync(Stop));
        Assert.Equal(["network", "printing", "network"], tickets.Select(ticket => ticket.Category));
        Assert.Equal([null, null, "chen"], tickets.Select(ticket => ticket.Owner?.Value));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_form_without_a_choice_or_a_text_comes_back(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var chen = await FiledAsync(desk);

        var nothing = await ChoosesAsync(chen, "", "Claim");
        Assert.Contains("Choose at least one ticket.", nothing.Json, StringComparison.Ordinal);
        Assert.Contains("Preview", CardParts.Buttons(nothing.Card).Keys);
        var mute = await ChoosesAsync(chen, "HD-1002", "Resolve");
        Assert.Contains("Please write something first.", mute.Json, StringComparison.Ordinal);
        var foreign = await ChoosesAsync(chen, "HD-9999", "Claim");
        Assert.Contains("Choose at least one ticket.", foreign.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_is_no_agent_gets_neither_form_nor_effect(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var chen = await FiledAsync(desk);
        var list = await OpenedAsync(chen);
        var run = CardParts.Buttons((await ChoosesAsync(chen, "HD-1001", "Claim")).Card).Values.Single();

        var bruno = desk.As("bruno");
        Assert.Equal("act.agents_only", (await bruno.PressAsync("", list.Buttons["Select"])).Code);
        Assert.Contains("HD-1001: not done.", (await bruno.PressAsync("", run)).Json, StringComparison.Ordinal);
        Assert.Equal(0, await ActsAsync(desk, Act.Claim));
    }

    private static async Task<TestPerson> FiledAsync(TestDesk desk)
    {
        foreach (var number in new[] { 1, 2, 3 })
        {
            await desk.As("amina").FilesAsync($"qzx tray {number} is stuck", category: "Printing and scanning");
        }

        return desk.InRoom("chen");
    }

    private static async Task<ShownMessage> OpenedAsync(TestPerson agent)
    {
        await agent.SaysAsync("queue");
        return agent.Last;
    }

    private static async Task<Answer> ChoosesAsync(TestPerson agent, string tickets, string act, string text = "")
    {
        await OpenedAsync(agent);
        var inputs = new JsonObject { ["act"] = act, ["category"] = "network", ["reason"] = "Workaround", ["text"] = text };
        foreach (var ticket in tickets.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            inputs[ticket] = "true";
        }

        return await (await agent.PressesAsync("Select")).SubmitsAsync(inputs);
    }

    private static Task<int> ActsAsync(TestDesk desk, Act act) => desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == act, Stop));
}
