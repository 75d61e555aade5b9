using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>Which ticket a message belongs to, and what becomes of it when it is changed or delivered again.</summary>
public abstract partial class ChannelContract
{
    [Fact]
    public async Task A_message_goes_to_the_only_ticket_that_waits_for_it_and_one_tap_makes_it_something_new()
    {
        await using var desk = await StartAsync();
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var number = await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Ask requester", "Which tray?");
        await amina.SaysAsync("qzx and my chair squeaks");
        Assert.Contains($"Added to {number}", (await amina.LastAsync()).Text, StringComparison.Ordinal);
        await amina.PressesAsync("Something new?");
        await amina.SeesAsync("What is it about?");
    }

    [Fact]
    public async Task If_several_tickets_expect_an_answer_the_bot_asks_which()
    {
        await using var desk = await StartAsync();
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var first = await amina.FilesAsync("qzx the tray is stuck");
        var second = await amina.FilesAsync("qzx the lamp flickers");
        await chen.WritesAsync("Ask requester", "Which tray?", on: first);
        await chen.WritesAsync("Ask requester", "Which lamp?", on: second);
        await amina.SaysAsync("the one near the window");
        await amina.SeesAsync("Which ticket is this about?");
        await amina.PressesAsync($"{second} qzx the lamp flickers");
        await amina.SeesAsync($"Added to {second}");
        await chen.SeesAsync("the one near the window");
    }

    [Fact]
    public async Task Quoting_a_tickets_card_comments_on_it_whatever_else_runs()
    {
        await using var desk = await StartAsync();
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        var number = await amina.FilesAsync("qzx the tray is stuck");
        await amina.ReportsAsync("qzx my chair squeaks");
        await amina.QuotesAsync(number, "it is the lower one");
        Assert.Contains($"Added to {number}", (await amina.LastAsync()).Text, StringComparison.Ordinal);
        await chen.SeesAsync("it is the lower one");
    }

    [Fact]
    public async Task What_a_requester_edits_or_deletes_agents_read_as_it_is_now()
    {
        await using var desk = await StartAsync();
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Ask requester", "Which tray?");
        await amina.SaysAsync("the lower won");
        await chen.SeesAsync("the lower won");

        await amina.EditsAsync("the lower won", "the lower one");
        await chen.SeesAsync("the lower one");
        Assert.Equal(0, await chen.CountsAsync("the lower won"));

        await amina.DeletesAsync("the lower one");
        Assert.Equal(0, await chen.CountsAsync("the lower one"));
        Assert.Equal((1, 1), (await CountAsync(desk, Act.EditMessage), await CountAsync(desk, Act.DeleteMessage)));
    }

    [Fact]
    public async Task A_reply_that_its_agent_edits_changes_for_the_requester_too()
    {
        await using var desk = await StartAsync();
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesUnderAsync("P3", "reply: I am on my weigh");
        await amina.SeesAsync("on my weigh");
        await chen.EditsAsync("weigh", "reply: I am on my way");

        await amina.SeesAsync("I am on my way");
        Assert.Equal(0, await amina.CountsAsync("weigh"));
    }

    [Fact]
    public async Task A_message_delivered_twice_is_one()
    {
        await using var desk = await StartAsync();
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Ask requester", "Which tray?");
        await amina.SaysAsync("the lower one");
        await amina.IsDeliveredAgainAsync();
        await amina.IsDeliveredAgainAsync();
        Assert.Equal((1, 1), (await CountAsync(desk, Act.Comment), await amina.ToldAsync("Added to")));
    }

    [Fact]
    public async Task A_press_delivered_again_under_any_id_has_one_effect_and_the_same_answer()
    {
        await using var desk = await StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var chen = desk.InRoom("chen");
        var claimed = await chen.PressesAsync("Claim");
        Assert.Equal(claimed, await chen.PressIsDeliveredAgainAsync(underNewId: false), AnswersAlike);
        Assert.Equal(claimed, await chen.PressIsDeliveredAgainAsync(underNewId: true), AnswersAlike);
        Assert.Equal(claimed, await chen.PressIsDeliveredAgainAsync(underNewId: true), AnswersAlike);

        await chen.WritesAsync("Reply", "I am on my way");
        await chen.PressIsDeliveredAgainAsync(underNewId: false);
        await chen.PressIsDeliveredAgainAsync(underNewId: true);
        Assert.Equal((1, 1), (await CountAsync(desk, Act.Claim), await CountAsync(desk, Act.Reply)));
        Assert.Equal(1, await desk.As("amina").CountsAsync("I am on my way"));
    }

    [Fact]
    public async Task A_report_filed_twice_by_its_channel_is_one_ticket()
    {
        await using var desk = await StartAsync();
        var amina = desk.As("amina");
        await amina.FilesAsync("qzx the tray is stuck");
        await amina.PressIsDeliveredAgainAsync(underNewId: true);
        await amina.PressIsDeliveredAgainAsync(underNewId: true);
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync(Stop)));
    }

    private static bool AnswersAlike(PressAnswer one, PressAnswer other) => (one.What, one.Text) == (other.What, other.Text);
}
