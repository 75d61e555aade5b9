using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>Cards as Teams shows them: pressed, sent as dialogs, delivered again, and shared in chats of several.</summary>
public sealed class TeamsCardTests : TeamsStory
{
    [Fact]
    public async Task A_client_that_knows_no_Execute_presses_by_a_message_once()
    {
        await Amina.FilesAsync("qzx the tray is stuck");
        await Chen.SubmitsAsync("Claim");
        Assert.Contains("Chen Wei", (await Chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(Act.Claim));
    }

    [Fact]
    public async Task What_a_dialog_asks_stays_in_it_until_it_is_right_and_then_it_closes_with_a_word()
    {
        await Amina.FilesAsync("qzx the tray is stuck");
        var form = await Chen.PressesAsync("Reply");
        Assert.Equal(Pressed.Form, form.What);
        var again = await Chen.SendsAsync(form, new JsonObject { ["text"] = " " });
        Assert.Equal(Pressed.Form, again.What);
        Assert.Contains("Please write something first", again.Text, StringComparison.Ordinal);
        Assert.Equal(Pressed.Done, (await Chen.SendsAsync(again, new JsonObject { ["text"] = "I am on my way" })).What);
        await Amina.SeesAsync("I am on my way");
    }

    [Fact]
    public async Task A_press_that_is_answered_elsewhere_says_a_word_since_Teams_takes_silence_for_a_failure()
    {
        await Amina.SaysAsync("my vpn token is rejected");
        Assert.Equal("Got it.", (await Amina.PressesAsync("Show more")).Text);
        var amina = Desk.Person("bruno", locale: "de-DE");
        await amina.InstallsAsync();
        Assert.Equal("Alles klar.", (await amina.PressesAsync("Hilfe")).Text);
    }

    [Fact]
    public async Task All_choices_are_in_sight_and_none_behind_three_dots()
    {
        await Amina.ReportsAsync("qzx the tray is stuck");
        var asked = await Amina.LastAsync();
        Assert.True(asked.Buttons.Count > 12);
        var rows = asked.Card!["body"]!.AsArray().Where(element => element!["type"]!.ToString() == "ActionSet").Select(row => row!["actions"]!.AsArray().Count);
        Assert.All(rows, row => Assert.InRange(row, 1, 6));
        Assert.Equal(Pressed.Done, (await Amina.PressesAsync("Something else")).What);
    }

    [Theory]
    [InlineData("Claim", Act.Claim)]
    [InlineData("Reply", Act.Reply)]
    public async Task The_same_press_twice_and_twice_under_new_ids_changes_things_once_and_is_answered_the_same(string button, Act act)
    {
        await Amina.FilesAsync("qzx the tray is stuck");
        var opened = await Chen.PressesAsync(button);
        if (opened.What == Pressed.Form)
        {
            await Chen.SendsAsync(opened, new JsonObject { ["text"] = "I am on my way" });
        }

        var first = await Chen.PressAgainAsync();
        Assert.Equal(first, await Chen.PressAgainAsync());
        Assert.Equal(first, await Chen.PressAgainAsync("f:another"));
        Assert.Equal(first, await Chen.PressAgainAsync("f:yet another"));
        Assert.Equal(1, await CountAsync(act));
        Assert.Equal(act == Act.Reply ? 1 : 0, await Amina.CountsAsync("I am on my way"));
    }

    [Fact]
    public async Task A_ticket_put_into_a_chat_shows_each_reader_what_they_may_see_and_asks_for_nobody_else()
    {
        var card = await SharedAsync();
        Assert.DoesNotContain("P3", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["29:chen", "29:amina"], card["refresh"]!["userIds"]!.AsArray().Select(id => id!.GetValue<string>()));

        var amina = (await Amina.RefreshesAsync(card))["value"]!.ToJsonString();
        var chen = (await Chen.RefreshesAsync(card))["value"]!.ToJsonString();
        Assert.DoesNotContain("P3", amina, StringComparison.Ordinal);
        Assert.Contains("P3", chen, StringComparison.Ordinal);
        Assert.Equal(404, (await Desk.Person("bruno").RefreshesAsync(card))["statusCode"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_is_done_with_a_shared_ticket_is_done_in_the_readers_own_chat()
    {
        var card = await SharedAsync();
        var seen = (await Amina.RefreshesAsync(card))["value"]!;
        Assert.Equal(["Open"], CardParts.Buttons(seen).Keys);
        var answer = await Amina.PressesElsewhereAsync(CardParts.Buttons(seen)["Open"]);
        Assert.Contains("The answer is in our own chat", answer, StringComparison.Ordinal);
        Assert.Contains("Withdraw", (await Amina.LastAsync()).Buttons);
    }

    [Fact]
    public async Task A_view_that_a_client_asks_for_by_itself_writes_nothing()
    {
        var card = await SharedAsync();
        var before = await RowsAsync();
        foreach (var person in new[] { Amina, Chen, Desk.Person("bruno"), Desk.Person("dana", "it-support") })
        {
            await person.RefreshesAsync(card);
        }

        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData("ticket.claim.v1", "HD-1001")]
    [InlineData("ticket.show.v1", "HD-9999")]
    [InlineData("ticket.show.v1", "nonsense")]
    public async Task A_view_of_anything_else_is_not_given(string verb, string ticket)
    {
        var card = await SharedAsync();
        (card["refresh"]!["action"]!["verb"], card["refresh"]!["action"]!["data"]!["ticket"]) = (verb, ticket);
        Assert.Equal(404, (await Chen.RefreshesAsync(card))["statusCode"]!.GetValue<int>());
        Assert.Equal(0, await CountAsync(Act.Claim));
    }

    private async Task<JsonNode> SharedAsync()
    {
        await Desk.Person("chen").SaysAsync("help");
        await Amina.FilesAsync("qzx the tray is stuck");
        var (_, found) = await Desk.Person("chen").AsksAsync("composeExtension/query", TeamsComposeTests.Query("tray"));
        return found!["composeExtension"]!["attachments"]![0]!["content"]!;
    }

    private Task<(int, int, int, int, int)> RowsAsync() => Desk.ReadAsync(async db => (
        await db.Timeline.CountAsync(Stop), await db.Conversations.CountAsync(Stop), await db.Inbox.CountAsync(Stop),
        await db.Outbox.CountAsync(Stop), await db.People.CountAsync(Stop)));
}
