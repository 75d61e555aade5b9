using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>What is to be done on a ticket, and what of it is done.</summary>
public class ChecklistTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Agents_write_it_tick_it_and_are_reminded_of_it_when_they_resolve(Database database)
    {
        await using var desk = await WithTwoThingsToDoAsync(database);
        var chen = desk.InRoom("chen");
        Assert.Contains("○ Order a bulb\n○ Tell the janitor", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await (await chen.OpensAsync("Checklist")).SubmitsAsync(new JsonObject { ["item1"] = "true", ["item2"] = "false" });
        Assert.Contains("✓ Order a bulb\n○ Tell the janitor", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        var resolve = await chen.PressesAsync("Resolve");
        Assert.Contains("1 of 2 on the checklist are still open.", resolve.Json, StringComparison.Ordinal);
        Assert.Equal(200, (await resolve.SubmitsAsync(new JsonObject { ["reason"] = "Solved", ["text"] = "New bulb." })).Status);
        Assert.Equal(0, await desk.As("amina").CountsAsync("janitor"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Two_agents_at_once_keep_each_others_things(Database database)
    {
        await using var desk = await WithTwoThingsToDoAsync(database);
        var chens = await desk.InRoom("chen").OpensAsync("Checklist");
        var danas = await desk.InRoom("dana").OpensAsync("Checklist");
        await danas.SubmitsAsync(new JsonObject { ["item1"] = "false", ["item2"] = "true", ["add"] = "Check the switch" });
        await chens.SubmitsAsync(new JsonObject { ["item1"] = "true", ["item2"] = "true", ["add"] = "Buy two" });
        Assert.Contains(
            "✓ Order a bulb\n✓ Tell the janitor\n○ Check the switch\n○ Buy two", (await desk.InRoom("chen").SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Too_much_of_it_comes_back_with_what_was_written(Database database)
    {
        await using var desk = await WithTwoThingsToDoAsync(database);
        var form = await desk.InRoom("chen").OpensAsync("Checklist");
        var again = await form.SubmitsAsync(new JsonObject { ["add"] = string.Join('\n', Enumerable.Range(1, 29).Select(number => $"thing {number}")) });
        Assert.Contains("At most 30 things", again.Json, StringComparison.Ordinal);
        Assert.Contains("thing 29", again.Json, StringComparison.Ordinal);
        again = await again.SubmitsAsync(new JsonObject { ["add"] = new string('a', 201) });
        Assert.Contains("At most 200 characters", again.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_German_it_is_a_Checkliste()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        var chen = desk.As("chen", "de-DE");
        await chen.SaysAsync("HD-1001");
        var form = await chen.OpensAsync("Checkliste", more: "Mehr");
        Assert.Contains("Hake ab, was erledigt ist", form.Json, StringComparison.Ordinal);
    }

    private static async Task<TestDesk> WithTwoThingsToDoAsync(Database database)
    {
        var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the lamp blinks");
        await (await desk.InRoom("chen").OpensAsync("Checklist")).SubmitsAsync(new JsonObject { ["add"] = "Order a bulb\n\n Tell the janitor " });
        return desk;
    }
}
