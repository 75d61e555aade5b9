using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Search;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Lists of tickets for agents.</summary>
public class ListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_queue_shows_what_nobody_owns_first_and_then_what_is_due_first(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck", "Just me", "I can work");
        await amina.FilesAsync("qzx the whole floor is dark", "Everyone", "I can't work");
        await amina.FilesAsync("qzx the lamp flickers", "My team", "It's hard to work");
        await amina.FilesAsync("qzx the door squeaks");
        await chen.PressesAsync("Claim", on: "the whole floor is dark");
        await chen.ResolvesAsync("Oiled.", on: "the door squeaks");

        await chen.SaysAsync("queue");

        Assert.Equal(["HD-1003", "HD-1001", "HD-1002"], Numbers(chen.Last));
        Assert.Contains("HD-1002 · P1 · In progress", chen.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Chen Wei", chen.Last.Text, StringComparison.Ordinal);
        Assert.Contains("First reply: On time today", chen.Last.Text, StringComparison.Ordinal);
        await desk.As("dana").SaysAsync("Queue");
        Assert.Equal(["HD-1003", "HD-1001", "HD-1002"], Numbers(desk.As("dana").Last));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Mine_shows_what_I_own_and_opens_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await amina.FilesAsync("qzx the lamp flickers");
        var direct = desk.As("chen");
        await direct.SaysAsync("mine");
        Assert.Contains("No tickets fit", direct.Last.Text, StringComparison.Ordinal);
        await chen.PressesAsync("Claim", on: "the lamp flickers");

        await direct.SaysAsync("mine");
        Assert.Equal(["HD-1002"], Numbers(direct.Last));
        await direct.PressesAsync("Open");
        Assert.Contains("Resolve", direct.Last.Buttons.Keys);
        await chen.SaysAsync("HD-1001");
        Assert.Contains("the tray is stuck", chen.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Words_are_found_in_subjects_descriptions_and_what_was_said_in_public(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await amina.FilesAsync("qzx the lamp flickers");
        await chen.WritesAsync("Reply", "The flamingo will help.", on: "the tray is stuck");
        await chen.WritesAsync("Note", "The walrus knows why.", on: "the tray is stuck");

        Assert.Equal(["HD-1002"], await FoundAsync(chen, "find lamps"));
        Assert.Equal(["HD-1001"], await FoundAsync(chen, "find flamingo"));
        Assert.Equal([], await FoundAsync(chen, "find walrus"));
        await chen.PressesAsync("Undo");
        Assert.Equal([], await FoundAsync(chen, "find flamingo"));

        await desk.RestartAsync();
        Assert.Equal(["HD-1002"], await FoundAsync(desk.InRoom("chen"), "find flickering"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Filters_narrow_what_is_found_with_words_and_without(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck", "Everyone", "I can't work", "Network, VPN and Wi-Fi");
        await amina.FilesAsync("qzx the lamp is stuck", category: "Something else");
        await amina.FilesAsync("qzx the door is stuck", category: "Something else");
        await chen.PressesAsync("Claim", on: "the lamp is stuck");
        await chen.ResolvesAsync("Oiled.", on: "the door is stuck");

        foreach (var words in new[] { "", "stuck " })
        {
            Assert.Equal(["HD-1001", "HD-1002"], (await FoundAsync(chen, $"find {words}status:open")).Order());
            Assert.Equal(["HD-1003"], await FoundAsync(chen, $"find {words}status:resolved"));
            Assert.Equal(["HD-1002"], await FoundAsync(chen, $"find {words}owner:me status:open"));
            Assert.Equal(["HD-1002", "HD-1003"], (await FoundAsync(desk.InRoom("dana"), $"find {words}owner:chen")).Order());
            Assert.Equal(["HD-1001"], await FoundAsync(chen, $"find {words}owner:nobody"));
            Assert.Equal(["HD-1001"], await FoundAsync(chen, $"find {words}category:vpn"));
            Assert.Equal(["HD-1001"], await FoundAsync(chen, $"find {words}priority:p1"));
        }

        await chen.SaysAsync("find owner:zebedee");
        Assert.Contains("I know nobody called zebedee", chen.Last.Text, StringComparison.Ordinal);
        await chen.SaysAsync("find priority:p9");
        Assert.Contains("There is no priority p9", chen.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_long_list_has_pages(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        for (var i = 0; i < 12; i++)
        {
            await amina.FilesAsync($"qzx tray {i} is stuck");
        }

        foreach (var asked in new[] { "queue", "find tray" })
        {
            var first = await FoundAsync(chen, asked);
            var list = chen.Last.Id;
            Assert.Equal(10, first.Count);
            Assert.DoesNotContain("Back", chen.Last.Buttons.Keys);
            await chen.PressesAsync("Next");
            var second = Numbers(chen.Last);
            Assert.Equal(list, chen.Last.Id);
            Assert.Equal(12, first.Concat(second).Distinct().Count());
            Assert.DoesNotContain("Next", chen.Last.Buttons.Keys);
            await chen.PressesAsync("Back");
            Assert.Equal(first, Numbers(chen.Last));
        }
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task For_who_is_no_agent_these_are_words_like_any_others(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.SaysAsync("queue");
        var list = chen.Last;

        var bruno = desk.As("bruno");
        await bruno.SaysAsync("find qzx tray");
        Assert.Equal(0, await bruno.CountsAsync("HD-1001"));
        var pressed = await bruno.PressAsync(list.Id, new() { ["verb"] = "list.page.v1", ["data"] = new JsonObject { ["query"] = new JsonObject(), ["page"] = 0 } });
        Assert.Equal("act.agents_only", pressed.Code);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_another_process_changed_is_found_when_the_feed_has_read_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        desk.Services.GetRequiredService<TicketIndex>().Replace([]); // as in a process that was not told

        await desk.Services.GetRequiredService<TicketFeed>().RunOnceAsync(Stop);

        Assert.Equal(["HD-1001"], await FoundAsync(chen, "find tray"));
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync(Stop)));
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(TestPerson agent, string asked)
    {
        await agent.SaysAsync(asked);
        return Numbers(agent.Last);
    }

    /// <summary>The tickets of a list, in order.</summary>
    internal static IReadOnlyList<string> Numbers(ShownMessage list) =>
        [.. list.Text.Split('\n').Where(line => line.StartsWith("HD-", StringComparison.Ordinal)).Select(line => line.Split(' ')[0])];
}
