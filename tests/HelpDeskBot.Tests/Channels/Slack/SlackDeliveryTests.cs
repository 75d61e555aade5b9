using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support.Slack;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Slack;

/// <summary>How things arrive: over connections that break, late, or not at all.</summary>
public class SlackDeliveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_main_job_over_Socket_Mode_goes_on_when_connections_break()
    {
        await using var desk = await SlackDesk.StartAsync(isSocket: true);
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await BreaksAsync(desk, next: 2);
        await desk.InRoom("chen").PressesAsync("Claim");
        await BreaksAsync(desk, next: 3);
        await desk.InRoom("chen").ResolvesAsync("I oiled it.");
        await desk.Slack.Deliveries.Sockets[^1].WarnAsync("refresh_requested");
        await desk.Slack.Deliveries.WaitForSocketAsync(4);

        await desk.As("amina").SeesAsync("I oiled it.");
        await desk.As("amina").PressesAsync("Yes, close it");
        Assert.Equal(Status.Closed, await desk.Desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Status).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_card_that_was_deleted_comes_back_with_the_next_change()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.SettleAsync();
        desk.Room().Messages.RemoveAll(message => BlockReading.Buttons(message.Blocks).Contains("Claim"));
        await desk.As("amina").SaysAsync("HD-1001");
        await desk.As("amina").QuotesAsync("HD-1001", "it is the lower one");

        Assert.Contains("Claim", (await desk.InRoom("chen").SeesAsync("P3")).Buttons);
    }

    [Fact]
    public async Task What_Slack_did_not_deliver_is_found_in_its_history_once()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.InRoom("chen").WritesAsync("Ask requester", "Which tray?");

        Drops(desk, share: 1);
        await desk.As("amina").SaysAsync("the lower one");
        await desk.As("amina").WritesUnderAsync("Which tray?", "near the window");
        await desk.InRoom("chen").WritesUnderAsync("P3", "third one this week");
        Drops(desk, share: 0);
        await desk.SweepAsync();
        await desk.SweepAsync();

        Assert.Equal((2, 1), (await CountAsync(desk, Act.Comment), await CountAsync(desk, Act.Note)));
        await desk.InRoom("chen").SeesAsync("the lower one");
        await desk.InRoom("chen").SeesAsync("near the window");
    }

    [Fact]
    public async Task An_edit_that_Slack_did_not_deliver_is_found_too()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.InRoom("chen").WritesAsync("Ask requester", "Which tray?");
        await desk.As("amina").SaysAsync("the lower won");
        Drops(desk, share: 1);
        await desk.As("amina").EditsAsync("the lower won", "the lower one");
        Drops(desk, share: 0);
        await desk.SweepAsync();
        await desk.SweepAsync();

        await desk.InRoom("chen").SeesAsync("the lower one");
        Assert.Equal((1, 1), (await CountAsync(desk, Act.Comment), await CountAsync(desk, Act.EditMessage)));
    }

    [Fact]
    public async Task A_message_that_is_deleted_from_above_the_answers_in_its_thread_is_gone()
    {
        await using var desk = await SlackDesk.StartAsync();
        await CommentedAsync(desk);
        await desk.As("amina").WritesUnderAsync("the lower won", "near the window");
        await desk.As("amina").DeletesAsync("the lower won");

        Assert.Equal(0, await desk.InRoom("chen").CountsAsync("the lower won"));
        Assert.Equal(1, await CountAsync(desk, Act.DeleteMessage));
    }

    [Fact]
    public async Task Deletions_that_Slack_did_not_deliver_are_found_too()
    {
        await using var desk = await SlackDesk.StartAsync();
        await CommentedAsync(desk);
        await desk.As("amina").WritesUnderAsync("the lower won", "near the window");
        await desk.As("amina").SaysAsync("and it squeaks");
        Drops(desk, share: 1);
        await desk.As("amina").DeletesAsync("the lower won");
        await desk.As("amina").DeletesAsync("and it squeaks");
        Drops(desk, share: 0);
        await desk.SweepAsync();
        Assert.Equal(0, await CountAsync(desk, Act.DeleteMessage)); // the history may not have got it yet

        await desk.RestartAsync(after: TimeSpan.FromMinutes(5));
        await desk.SweepAsync();
        await desk.SweepAsync();
        Assert.Equal((0, 0), (await desk.InRoom("chen").CountsAsync("the lower won"), await desk.InRoom("chen").CountsAsync("and it squeaks")));
        Assert.Equal(2, await CountAsync(desk, Act.DeleteMessage));
    }

    [Fact]
    public async Task What_a_workspace_keeps_for_a_day_only_stays_on_its_ticket()
    {
        await using var desk = await SlackDesk.StartAsync();
        await CommentedAsync(desk);
        await desk.SettleAsync();
        await desk.RestartAsync(after: TimeSpan.FromHours(24));
        desk.Slack.As("amina").Direct.Messages.RemoveAll(message => message.BotId is null);
        await desk.SweepAsync();
        Assert.Equal(0, await CountAsync(desk, Act.DeleteMessage));
    }

    private static async Task CommentedAsync(SlackDesk desk)
    {
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.InRoom("chen").WritesAsync("Ask requester", "Which tray?");
        await desk.As("amina").SaysAsync("the lower won");
    }

    private static void Drops(SlackDesk desk, double share) => desk.Slack.Deliveries.Often(seed: 1, dropped: share, twice: 0, late: 0);

    private static Task<int> CountAsync(SlackDesk desk, Act act) => desk.Desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == act, Stop));

    private static async Task BreaksAsync(SlackDesk desk, int next)
    {
        desk.Slack.Deliveries.Sockets[^1].Break();
        await desk.Slack.Deliveries.WaitForSocketAsync(next);
    }
}
