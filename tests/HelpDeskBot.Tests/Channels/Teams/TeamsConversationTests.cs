using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support.Teams;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>What only Teams has: installing, dialogs, the compose box, channels that are nobody's.</summary>
public sealed class TeamsConversationTests : IAsyncLifetime
{
    private TeamsDriver _desk = null!;
    private TeamsPerson _amina = null!;
    private TeamsPerson _chen = null!;

    private FakeConnector Connector => _desk.Cloud.Connector;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await TeamsDriver.StartAsync();
        (_amina, _chen) = (_desk.Person("amina"), _desk.Person("chen", "it-support"));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Who_installs_it_is_greeted()
    {
        await _amina.InstallsAsync();
        Assert.Contains("Report a problem", (await _amina.LastAsync()).Buttons);
        Assert.Equal("amina@contoso.com", await _desk.ReadAsync(db => db.Identities.Where(row => row.Account.EndsWith("object-of-amina")).Select(row => row.Email).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Each_ticket_is_a_thread_of_its_own_and_no_message_has_both_words_and_a_card()
    {
        var (first, second) = (await _amina.FilesAsync("qzx the tray is stuck"), await _amina.FilesAsync("qzx the lamp flickers"));
        await _chen.WritesAsync("Note", "third one this week", on: first);
        var note = await _chen.FindAsync("third one this week");
        Assert.Equal((await _chen.FindAsync($"{first} · P3")).Id, note.Root);
        Assert.Null((await _chen.FindAsync($"{second} · P3")).Root);
        Assert.All(Connector.Conversations.Ledger, shown => Assert.False(shown.Activity?["text"] is not null && shown.Activity["attachments"] is not null));
    }

    [Fact]
    public async Task A_client_that_knows_no_Execute_presses_by_a_message_once()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        await _chen.SubmitsAsync("Claim");
        Assert.Contains("Chen Wei", (await _chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await _desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.Claim, Stop)));
    }

    [Fact]
    public async Task In_a_channel_that_is_nobodys_only_mentions_are_heard_and_answered_in_person()
    {
        Connector.Conversations.AddChannel("19:team2@thread.tacv2", TeamsDriver.ChannelOf("lunch"), "amina", "bruno");
        var bruno = _desk.Person("bruno", "lunch");
        await bruno.SaysUnmentionedAsync("canary: who is hungry?");
        Assert.Equal(0, await _desk.ReadAsync(db => db.Inbox.CountAsync(row => row.Body.Contains("canary"), Stop)));

        await bruno.SaysAsync("my tickets");
        await _desk.Person("bruno").SeesAsync("You have no tickets");
        Assert.Empty((await bruno.SeenAsync()).Where(message => message.IsFromBot));
    }

    [Fact]
    public async Task Somebodys_message_becomes_a_report_with_its_link_and_its_words_inert()
    {
        var message = new JsonObject
        {
            ["commandId"] = "report",
            ["commandContext"] = "message",
            ["messagePayload"] = new JsonObject
            {
                ["id"] = "1",
                ["linkToMessage"] = "https://teams.microsoft.com/l/message/1",
                ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = "object-of-bruno", ["displayName"] = "Bruno" } },
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>qzx <b>the lamp</b> flickers &amp; hums</p><p>**not bold**</p><script>x</script>" },
            },
        };
        var (status, body) = await _amina.AsksAsync("composeExtension/fetchTask", message);
        Assert.Equal(200, status);
        var card = body!["task"]!["value"]!["card"]!["content"]!.AsObject();
        Assert.Equal("qzx the lamp flickers & hums\n**not bold**\n\nhttps://teams.microsoft.com/l/message/1", FormInputs.Of(card)["text"]);

        var data = (JsonObject)TeamsButtons.Submit(card)["data"]!.DeepClone();
        data["text"] = "qzx the lamp flickers, https://teams.microsoft.com/l/message/1";
        foreach (var _ in new[] { 1, 2 })
        {
            await _amina.AsksAsync("composeExtension/submitAction", new JsonObject { ["commandId"] = "report", ["commandContext"] = "message", ["data"] = data.DeepClone() });
        }

        await _amina.PressesAsync("Something else");
        await _amina.PressesAsync("Just me");
        await _amina.PressesAsync("I can work");
        await _amina.PressesAsync("File it");
        var ticket = await _desk.ReadAsync(db => db.Tickets.SingleAsync(Stop));
        Assert.Contains("https://teams.microsoft.com/l/message/1", ticket.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_compose_box_finds_what_the_person_may_see()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        JsonObject Query(string words) => new()
        {
            ["commandId"] = "find",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "words", ["value"] = words }),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        };
        var mine = (await _amina.AsksAsync("composeExtension/query", Query("tray"))).Body!["composeExtension"]!;
        Assert.Contains("HD-1001", mine["attachments"]![0]!["preview"]!.ToJsonString(), StringComparison.Ordinal);
        var agents = (await _chen.AsksAsync("composeExtension/query", Query("tray"))).Body!["composeExtension"]!;
        Assert.Contains("HD-1001", agents["attachments"]![0]!["preview"]!.ToJsonString(), StringComparison.Ordinal);
        var others = (await _desk.Person("bruno").AsksAsync("composeExtension/query", Query("tray"))).Body!["composeExtension"]!;
        Assert.Equal("message", others["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_automatic_refresh_reads_and_changes_nothing()
    {
        await _amina.FilesAsync("qzx the tray is stuck");
        var card = await _chen.FindAsync("P3");
        var before = await _desk.ReadAsync(db => db.Timeline.CountAsync(Stop));
        var seen = await _chen.RefreshesAsync(card.Id, "ticket.claim.v1");
        Assert.Contains("HD-1001", seen!.ToJsonString(), StringComparison.Ordinal);
        var other = await _desk.Person("bruno").RefreshesAsync(card.Id, "ticket.claim.v1");
        Assert.Equal(404, other!["statusCode"]!.GetValue<int>());
        Assert.Equal(before, await _desk.ReadAsync(db => db.Timeline.CountAsync(Stop)));
    }

    [Fact]
    public async Task Somebody_who_has_no_chat_with_the_bot_is_reached_in_one_that_it_opens()
    {
        var bruno = _desk.Person("bruno", "it-support");
        await bruno.SaysAsync("use this channel");
        var known = await _desk.ReadAsync(db => db.Conversations.Where(row => row.Id.StartsWith("unopened:") && row.Id.EndsWith("bruno")).CountAsync(Stop));
        Assert.Equal(1, known);
        await _desk.Person("bruno").FilesAsync("qzx the tray is stuck");
        Assert.Equal("a:bruno", await _desk.ReadAsync(db => db.Conversations.Where(row => row.Channel == "msteams" && row.Person != null && row.Id.Contains("bruno"))
            .OrderByDescending(row => row.SeenAt).Select(row => row.Id).FirstAsync(Stop)));
    }
}
