using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support.Slack;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Slack;

/// <summary>Modals, what only one person is told, and under whose name things are said.</summary>
public class SlackFormTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_wrong_is_said_at_the_field_and_what_was_typed_stays()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var chen = desk.Slack.As("chen");
        await desk.InRoom("chen").PressesAsync("More");
        await chen.PressesInAsync(chen.Modal!, "Log time");
        await desk.SettleAsync();
        var form = chen.Modal!;

        var refused = await chen.SubmitsAsync(form, ("spent", "a while"), ("text", "oiling"));
        Assert.Equal("""{"spent":"Write a time such as 15m, 1h30 or a number of minutes."}""", refused.Answer!["errors"]!.ToJsonString());
        Assert.Same(form, chen.Modal); // it stands open as it was

        await chen.SubmitsAsync(form, ("spent", "15m"), ("text", "oiling"));
        await desk.SettleAsync();
        Assert.Null(chen.Modal);
        Assert.Equal(1, await desk.Desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.LogTime, Stop)));
    }

    [Fact]
    public async Task A_refused_press_is_answered_to_whoever_pressed_and_to_nobody_else()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var refused = await desk.InRoom("bruno").PressesAsync("Claim");
        Assert.Equal((Pressed.Refused, "There is no HD-1001 that you can see."), (refused.What, refused.Text));
        Assert.DoesNotContain(desk.Slack.Workspace.Ledger, seen => seen.User != "UBRUNO" && seen.Text.Contains("There is no HD-1001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_changes_where_it_stands_and_a_press_from_before_changes_nothing_back()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var card = await desk.MessageAsync(desk.Room(), "HD-1001");
        var chen = desk.InRoom("chen");
        await chen.PressesAsync("Claim");
        await desk.InRoom("dana").ResolvesAsync("I oiled it.");
        await chen.PressIsDeliveredAgainAsync(underNewId: true);
        Assert.Equal(card.Ts, (await desk.MessageAsync(desk.Room(), "P3")).Ts);
        Assert.Contains("Resolved", BlockReading.TextOf(card.Blocks), StringComparison.Ordinal);
        Assert.Single(desk.Room().Messages, message => BlockReading.TextOf(message.Blocks).Contains("P3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_people_say_is_relayed_under_their_names_where_the_app_may()
    {
        await using var desk = await SlackDesk.StartAsync();
        await AskedAsync(desk);
        await desk.As("amina").SaysAsync("the lower one");
        var relayed = await desk.MessageAsync(desk.Room(), "the lower one");
        Assert.Equal(("Amina Yusuf", desk.Slack.Workspace.Users["UAMINA"].Picture.ToString()), (relayed.Username, relayed.IconUrl));
        await desk.InRoom("chen").WritesAsync("Reply", "I am on my way");
        Assert.Equal("Chen Wei", (await desk.MessageAsync(desk.Slack.As("amina").Direct, "I am on my way")).Username);
    }

    [Fact]
    public async Task And_where_it_may_not_they_are_said_all_the_same()
    {
        await using var desk = await SlackDesk.StartAsync();
        desk.Slack.MayUseNames = false;
        await AskedAsync(desk);
        await desk.As("amina").SaysAsync("the lower one");
        var relayed = await desk.MessageAsync(desk.Room(), "the lower one");
        Assert.Equal((null, null), (relayed.Username, relayed.IconUrl));
        await desk.InRoom("chen").SeesAsync("Amina Yusuf");
    }

    private static async Task AskedAsync(SlackDesk desk)
    {
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.InRoom("chen").WritesAsync("Ask requester", "Which tray?");
    }
}
