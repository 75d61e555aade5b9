using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Slack;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Slack;

/// <summary>What an emoji does, where and for whom.</summary>
public class SlackEmojiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eyes_claim_and_a_check_mark_offers_the_form_to_resolve()
    {
        await using var desk = await SlackDesk.StartAsync();
        var (chen, card) = (desk.Slack.As("chen"), await FiledAsync(desk));

        await chen.ReactsAsync(desk.Room(), card, "eyes");
        await desk.InRoom("elif").SeesAsync("Chen Wei");
        Assert.Equal(Status.InProgress, await StatusAsync(desk));

        await chen.ReactsAsync(desk.Room(), card, "white_check_mark");
        await desk.SettleAsync();
        var offered = chen.Seen.Last(seen => seen.What == "ephemeral");
        Assert.Equal(("Resolve", Status.InProgress), (Assert.Single(BlockReading.Buttons(offered.Blocks)), await StatusAsync(desk)));
    }

    [Fact]
    public async Task Eyes_that_come_second_are_told_who_was_first_and_nobody_else_is()
    {
        await using var desk = await SlackDesk.StartAsync();
        var card = await FiledAsync(desk);
        await desk.Slack.As("chen").ReactsAsync(desk.Room(), card, "eyes");
        await desk.Slack.As("dana").ReactsAsync(desk.Room(), card, "eyes");
        await desk.SettleAsync();

        Assert.Contains("Chen Wei took HD-1001", desk.Slack.As("dana").Seen.Last(seen => seen.What == "ephemeral").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Slack.As("chen").Seen, seen => seen.What == "ephemeral");
        Assert.Equal(1, await desk.Desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.Claim, Stop)));
    }

    [Fact]
    public async Task Who_does_not_work_in_the_queue_claims_nothing_with_eyes()
    {
        await using var desk = await SlackDesk.StartAsync();
        await desk.Slack.As("bruno").ReactsAsync(desk.Room(), await FiledAsync(desk), "eyes");
        await desk.SettleAsync();
        Assert.Equal(Status.New, await StatusAsync(desk));
        Assert.Contains("There is no HD-1001 that you can see", desk.Slack.As("bruno").Seen.Last(seen => seen.What == "ephemeral").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_on_any_message_makes_it_a_report_of_whoever_put_it_there()
    {
        await using var desk = await SlackDesk.StartAsync();
        var lobby = desk.Slack.AddChannel("lobby", "amina", "bruno");
        var said = await desk.Slack.As("bruno").SaysAsync("qzx the tray is stuck", lobby);
        await desk.Slack.As("amina").ReactsAsync(lobby, said, "ticket");
        await desk.As("amina").SeesAsync("What is it about?");
    }

    [Fact]
    public async Task In_a_queue_that_does_without_emoji_they_do_nothing()
    {
        await using var desk = await SlackDesk.StartAsync(await DeskFiles.WithoutEmojiAsync());
        await desk.Slack.As("chen").ReactsAsync(desk.Room(), await FiledAsync(desk), "eyes");
        await desk.SettleAsync();
        Assert.Equal(Status.New, await StatusAsync(desk));
    }

    [Fact]
    public async Task Taking_an_emoji_off_or_putting_on_another_one_changes_nothing()
    {
        await using var desk = await SlackDesk.StartAsync();
        var card = await FiledAsync(desk);
        await desk.Slack.As("chen").ReactsAsync(desk.Room(), card, "eyes", isAdded: false);
        await desk.Slack.As("chen").ReactsAsync(desk.Room(), card, "tada");
        await desk.SettleAsync();
        Assert.Equal(1, await desk.Desk.ReadAsync(db => db.Timeline.CountAsync(Stop)));
    }

    private static async Task<FakeMessage> FiledAsync(SlackDesk desk)
    {
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        return await desk.MessageAsync(desk.Room(), "HD-1001");
    }

    private static Task<Status> StatusAsync(SlackDesk desk) => desk.Desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Status).SingleAsync(Stop));
}
