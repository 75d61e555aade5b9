using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support.Slack;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Slack;

/// <summary>The ways to the desk that only Slack has: the command, the shortcuts, a mention.</summary>
public class SlackDoorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_typed_anywhere_is_answered_in_person()
    {
        await using var desk = await SlackDesk.StartAsync();
        var amina = desk.Slack.As("amina");
        var taken = await amina.TypesAsync("/helpdesk", "qzx the tray is stuck", desk.Room());

        Assert.True(taken.IsTaken);
        await desk.As("amina").SeesAsync("What is it about?");
        Assert.Contains(amina.Seen, seen => seen.What == "ephemeral" && seen.Place == desk.Room().Id && seen.Text.Contains("direct chat", StringComparison.Ordinal));
        Assert.Equal(0, await desk.InRoom("chen").CountsAsync("tray"));
    }

    [Fact]
    public async Task A_command_typed_where_the_bot_is_not_says_there_that_it_is_answered_in_person()
    {
        await using var desk = await SlackDesk.StartAsync();
        var amina = desk.Slack.As("amina");
        var lobby = desk.Slack.AddChannel("lobby", "amina", "bruno");
        lobby.Members.Remove(FakeSlack.Bot);
        await amina.TypesAsync("/helpdesk", "qzx the tray is stuck", lobby);
        await desk.As("amina").SeesAsync("What is it about?");
        Assert.Contains(amina.Seen, seen => seen.What == "ephemeral" && seen.Place == lobby.Id && seen.Text.Contains("direct chat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Slack_is_answered_even_while_it_does_not_answer()
    {
        await using var desk = await SlackDesk.StartAsync();
        var (amina, chen) = (desk.Slack.As("amina"), desk.Slack.As("chen"));
        await desk.As("amina").FilesAsync("qzx the lamp flickers");
        await desk.As("chen").SaysAsync("help");
        var lobby = desk.Slack.AddChannel("lobby", "amina", "bruno");
        var said = await desk.Slack.As("bruno").SaysAsync("qzx the tray is stuck", lobby);
        var card = await desk.MessageAsync(desk.Room(), "HD-1001");
        desk.Slack.Faults.Often(1, [.. new[] { "chat.getPermalink", "chat.postEphemeral", "conversations.replies", "conversations.open", "users.info" }.Select(method => (method, Fault.Hanging, 1d))]);

        var began = desk.Slack.Calls.Count;
        Assert.True((await amina.ChoosesAsync("ticket_from_message", lobby, said)).IsTaken);
        Assert.True((await amina.TypesAsync("/helpdesk", "my tickets", lobby)).IsTaken);
        Assert.True(await amina.ReactsAsync(lobby, said, "ticket"));
        Assert.True(await chen.ReactsAsync(desk.Room(), card, "white_check_mark"));
        Assert.True(desk.Slack.Calls.Count - began < 20);
    }

    [Fact]
    public async Task A_press_after_a_restart_waits_for_no_profile()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.As("chen").SaysAsync("help");
        var card = await desk.MessageAsync(desk.Room(), "HD-1001");
        await desk.RestartAsync();
        desk.Slack.Faults.Often(1, ("users.info", Fault.Hanging, 1), ("conversations.open", Fault.Hanging, 1));

        Assert.True((await desk.Slack.As("chen").PressesAsync(desk.Room(), card, "Claim")).IsTaken);
        Assert.Equal(Status.InProgress, await desk.Desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Status).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Somebody_of_another_organisation_who_shares_a_channel_is_none_of_ours()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        desk.Slack.Workspace.Users["UPARTNER"] = new FakeUser("UPARTNER", "Pat") { Team = "T2" };
        var pat = desk.Slack.As("partner");
        desk.Room().Members.Add(pat.Id);
        var people = await desk.Desk.ReadAsync(db => db.People.CountAsync(Stop));
        var card = await desk.MessageAsync(desk.Room(), "HD-1001");
        await pat.SaysAsync("canary: and mine", desk.Room(), card.Ts);
        await pat.PressesAsync(desk.Room(), card, "Claim");
        await pat.SaysAsync("canary: the tray is stuck");
        await desk.SettleAsync();

        Assert.Equal(people, await desk.Desk.ReadAsync(db => db.People.CountAsync(Stop)));
        Assert.Equal(0, await desk.Desk.ReadAsync(db => db.Inbox.CountAsync(row => row.Body.Contains("canary"), Stop)));
        Assert.Equal(1, await desk.Desk.ReadAsync(db => db.Timeline.CountAsync(Stop)));
        Assert.Contains(pat.Seen, seen => seen.Text.Contains("only help people of our organisation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_without_words_says_what_one_can_do()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.Slack.As("amina").TypesAsync("/helpdesk", "");
        await desk.As("amina").SeesAsync("Tell me what is wrong in your own words");
    }

    [Fact]
    public async Task The_shortcut_on_a_message_makes_it_a_report_with_its_address_and_files()
    {
        await using var desk = await SlackDesk.StartAsync();
        var (amina, bruno) = (desk.Slack.As("amina"), desk.Slack.As("bruno"));
        var lobby = desk.Slack.AddChannel("lobby", "amina", "bruno");
        var said = await bruno.SaysAsync("qzx the tray is stuck <!channel>", lobby, thread: null, desk.Slack.FileApi.Add(bruno.Id, "tray.txt", "E42"u8.ToArray(), 3));

        await amina.ChoosesAsync("ticket_from_message", lobby, said);
        foreach (var button in new[] { "Something else", "Just me", "It's hard to work", "File it" })
        {
            await desk.As("amina").PressesAsync(button);
        }

        var text = await desk.Desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Description).SingleAsync(Stop));
        Assert.Contains("the tray is stuck <!channel>", text, StringComparison.Ordinal);
        Assert.Contains($"https://example.slack.com/archives/{lobby.Id}/p", text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.Desk.ReadAsync(db => db.Attachments.CountAsync(file => file.Ticket != null, Stop)));
    }

    [Fact]
    public async Task The_global_shortcut_asks_in_a_form_what_is_wrong_and_the_report_goes_on_in_the_direct_chat()
    {
        await using var desk = await SlackDesk.StartAsync();
        var amina = desk.Slack.As("amina");
        await amina.ChoosesAsync("report");
        await desk.SettleAsync();
        var form = amina.Modal!;
        var refused = await amina.SubmitsAsync(form, ("text", " "));
        Assert.Equal("text", Assert.Single(refused.Answer!["errors"]!.AsObject()).Key);

        await amina.SubmitsAsync(form, ("text", "qzx the tray is stuck"));
        Assert.Contains("We go on in our chat", BlockReading.TextOf(amina.Modal!.Json["blocks"]), StringComparison.Ordinal);
        await desk.As("amina").SeesAsync("What is it about?");
    }

    [Fact]
    public async Task To_a_guest_the_global_shortcut_says_that_the_desk_is_not_for_them()
    {
        await using var desk = await SlackDesk.StartAsync();
        desk.Slack.Workspace.Users["UGUEST"] = new FakeUser("UGUEST", "Guest") { IsGuest = true };
        var guest = desk.Slack.As("guest");
        await guest.ChoosesAsync("report");
        await desk.SettleAsync();
        Assert.Null(guest.Modal);
        Assert.Contains(guest.Seen, seen => seen.Text.Contains("only help people of our organisation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mention_in_a_channel_is_answered_in_person_and_other_words_there_are_not_kept()
    {
        await using var desk = await SlackDesk.StartAsync();
        var amina = desk.Slack.As("amina");
        var lobby = desk.Slack.AddChannel("lobby", "amina", "bruno");
        await amina.SaysAsync("canary: lunch at noon?", lobby);
        await desk.SettleAsync();
        Assert.Equal(0, await desk.Desk.ReadAsync(db => db.Inbox.CountAsync(row => row.Body.Contains("canary"), Stop)));

        await desk.Slack.Deliveries.EventAsync(new JsonObject
        {
            ["type"] = "app_mention",
            ["channel"] = lobby.Id,
            ["user"] = amina.Id,
            ["ts"] = "1795420800.000100",
            ["text"] = $"<@{FakeSlack.Bot}> qzx the tray is stuck",
        });

        await desk.As("amina").SeesAsync("What is it about?");
        Assert.DoesNotContain(lobby.Messages, message => message.BotId is not null);
        Assert.Contains(amina.Seen, seen => seen.What == "ephemeral" && seen.Place == lobby.Id);
    }

    [Fact]
    public async Task What_bots_and_the_bot_itself_say_is_left_alone()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var card = await desk.MessageAsync(desk.Room(), "HD-1001");
        foreach (var (bot, user) in new[] { ("BOTHER", "UOTHER"), (FakeSlack.BotId, FakeSlack.Bot) })
        {
            await desk.Slack.Deliveries.EventAsync(new JsonObject
            {
                ["type"] = "message",
                ["channel"] = desk.Room().Id,
                ["user"] = user,
                ["bot_id"] = bot,
                ["ts"] = "1795420800.000200",
                ["thread_ts"] = card.Ts,
                ["text"] = "reply: canary",
            });
        }

        await desk.SettleAsync();
        Assert.Equal(0, await desk.Desk.ReadAsync(db => db.Inbox.CountAsync(row => row.Body.Contains("canary"), Stop)));
        Assert.Equal(0, await desk.As("amina").CountsAsync("canary"));
    }
}
