using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>Who has a ticket: given by the lead or the owner, asked for by somebody else.</summary>
public class HandOverTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_asks_for_a_ticket_gets_it_when_the_owner_gives_it(Database database)
    {
        await using var desk = await OwnedByChenAsync(database);
        var asked = await (await desk.InRoom("dana").OpensAsync("Ask for hand-over")).SubmitsAsync([]);
        Assert.Equal("Asked.", asked.Value!.GetValue<string>());
        await desk.As("chen").SeesAsync("Dana Novak asks you for HD-1001.");
        Assert.Contains("Asked for by", (await desk.InRoom("chen").SeesAsync("P3")).Text, StringComparison.Ordinal);
        var answer = await desk.As("chen").PressesAsync("Give");
        Assert.True(answer.Status == 200, answer.Json);
        Assert.Empty((await desk.As("chen").SeesAsync("You gave HD-1001 to Dana Novak.")).Buttons);
        await desk.As("dana").SeesAsync("Chen Wei gave you HD-1001");
        await desk.As("amina").SeesAsync("HD-1001 has a new owner.");
        var card = (await desk.InRoom("dana").SeesAsync("P3")).Text;
        Assert.Contains("Dana Novak", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Asked for by", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_owner_may_keep_it_and_the_asker_is_told(Database database)
    {
        await using var desk = await OwnedByChenAsync(database);
        await (await desk.InRoom("dana").OpensAsync("Ask for hand-over")).SubmitsAsync([]);
        await desk.As("chen").PressesAsync("Keep");
        await desk.As("chen").SeesAsync("You keep HD-1001.");
        Assert.Equal(1, await desk.As("dana").CountsAsync("Chen Wei keeps it"));
        Assert.Contains("Chen Wei", (await desk.InRoom("dana").SeesAsync("P3")).Text, StringComparison.Ordinal);

        // Asked anew, it is answered anew.
        await (await desk.InRoom("dana").OpensAsync("Ask for hand-over")).SubmitsAsync([]);
        await desk.As("chen").PressesAsync("Give");
        await desk.As("dana").SeesAsync("Chen Wei gave you HD-1001");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_question_is_answered_once(Database database)
    {
        await using var desk = await OwnedByChenAsync(database);
        await (await desk.InRoom("dana").OpensAsync("Ask for hand-over")).SubmitsAsync([]);
        var card = await desk.As("chen").SeesAsync("asks you for HD-1001");
        await desk.As("chen").PressAsync(card.Id, card.Buttons["Keep"]);
        await desk.As("chen").PressAsync(card.Id, card.Buttons["Give"]);
        await desk.As("chen").PressAsync(card.Id, card.Buttons["Keep"]);
        Assert.Equal([Act.File, Act.Claim, Act.AskHandOver, Act.KeepTicket], await ActsAsync(desk));
        Assert.Equal(1, await desk.As("dana").CountsAsync("keeps it"));

        var forged = card.Buttons["Give"].DeepClone().AsObject();
        forged["data"]!["key"] = "another";
        Assert.Equal("hand_over.over", (await desk.As("chen").PressAsync(card.Id, forged)).Code);
        Assert.Equal("act.owner_only", (await desk.As("dana").PressAsync(card.Id, forged)).Code);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_comes_too_late_to_claim_is_offered_to_ask_for_it(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var card = await desk.InRoom("dana").SeesAsync("HD-1001");
        await desk.InRoom("chen").PressesAsync("Claim");
        var late = await desk.InRoom("dana").PressAsync(card.Id, card.Buttons["Claim"]);
        Assert.Equal("ticket.taken", late.Code);
        Assert.Contains("Chen Wei took HD-1001", late.Card["offer"]!.ToJsonString(), StringComparison.Ordinal);
        await late.AcceptsAsync();
        await late.AcceptsAsync();
        Assert.Equal(1, await desk.As("chen").CountsAsync("Dana Novak asks you for HD-1001."));
        Assert.Equal([Act.File, Act.Claim, Act.AskHandOver], await ActsAsync(desk));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task When_the_lead_gives_it_to_somebody_else_the_question_is_over_and_the_asker_hears_it(Database database)
    {
        await using var desk = await OwnedByChenAsync(database);
        await (await desk.InRoom("dana").OpensAsync("Ask for hand-over")).SubmitsAsync([]);
        await (await desk.InRoom("elif").OpensAsync("Assign")).SubmitsAsync(new JsonObject { ["person"] = "elif" });
        await desk.As("dana").SeesAsync("It went to somebody else");
        Assert.Empty((await desk.As("chen").SeesAsync("There is nothing left to answer.")).Buttons);
        Assert.Contains("Elif", (await desk.InRoom("chen").SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_lead_gives_a_new_ticket_to_an_agent_who_is_told(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var form = await desk.InRoom("elif").OpensAsync("Assign");
        await form.SubmitsAsync(new JsonObject { ["person"] = "dana" });
        await form.SubmitsAsync(new JsonObject { ["person"] = "dana" });
        Assert.Equal(1, await desk.As("dana").CountsAsync("gave you HD-1001: qzx the tray is stuck"));
        Assert.Contains("In progress", (await desk.InRoom("dana").SeesAsync("P3")).Text, StringComparison.Ordinal);
        Assert.Equal([Act.File, Act.Assign], await ActsAsync(desk));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_agent_may_give_what_nobody_has_only_to_themselves(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var form = await desk.InRoom("dana").OpensAsync("Assign");
        Assert.Contains("Me (Dana Novak)", form.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("Chen Wei", form.Json, StringComparison.Ordinal);
        var refused = await form.SubmitsAsync(new JsonObject { ["person"] = "chen" });
        Assert.Contains("Take it yourself", refused.Json, StringComparison.Ordinal);
        await refused.SubmitsAsync(new JsonObject { ["person"] = "dana" });
        Assert.Contains("Dana Novak", (await desk.InRoom("chen").SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task More_lists_what_this_person_can_do_now(Database database)
    {
        await using var desk = await OwnedByChenAsync(database);
        string[] read = ["Similar", "History", "Why this due time?", "Macros"];
        string[] always = ["Priority", "Category", "Hold", "Not a request", "Merge", "Split", "Checklist", "Tags", "Log time", "Link", "Follow", "Draft an article", .. read];
        Assert.Equal(["Assign", .. always], await MoreAsync(desk, "chen"));
        Assert.Equal(["Ask for hand-over", .. always], await MoreAsync(desk, "dana"));
        Assert.Equal(["Assign", "Ask for hand-over", .. always], await MoreAsync(desk, "elif"));
        await desk.InRoom("chen").ResolvesAsync("I oiled it.");
        Assert.Equal(["Checklist", "Tags", "Log time", "Link", "Follow", "Draft an article", .. read], await MoreAsync(desk, "chen"));
    }

    private static async Task<IEnumerable<string>> MoreAsync(TestDesk desk, string person) =>
        CardParts.Buttons((await desk.InRoom(person).PressesAsync("More")).Card).Keys;

    private static async Task<TestDesk> OwnedByChenAsync(Database database)
    {
        var desk = await TestDesk.StartAsync(database);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.InRoom("chen").PressesAsync("Claim");
        return desk;
    }

    private static Task<List<Act>> ActsAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.Timeline.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());
}
