using System.Text.Json.Nodes;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>
/// What every channel does for its people, told as conversations. A channel inherits all of it with a driver of its own and leaves nothing out.
/// </summary>
public abstract partial class ChannelContract
{
    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="deskFile">The desk's settings, with people of the web chat in them; null for those that come along.</param>
    private protected abstract Task<IChannelDriver> StartAsync(string? deskFile = null);

    [Fact]
    public async Task From_a_broken_vpn_to_a_rated_resolution()
    {
        await using var desk = await StartAsync();
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));

        await amina.SaysAsync("my vpn token is rejected");
        await amina.SeesAsync("token");
        await amina.PressesAsync("Open a ticket");
        await amina.PressesAsync("Yes, Network, VPN and Wi-Fi");
        await amina.PressesAsync("Just me");
        await amina.PressesAsync("I can't work");
        await amina.PressesAsync("File it");
        await amina.SeesAsync("HD-1001");

        await chen.PressesAsync("Claim");
        await chen.WritesAsync("Ask requester", "Which token do you use?");
        await amina.SeesAsync("Which token do you use?");
        await amina.SaysAsync("the blue one");
        Assert.Contains("Added to HD-1001", (await amina.LastAsync()).Text, StringComparison.Ordinal);
        await chen.SeesAsync("the blue one");

        await chen.ResolvesAsync("I reset your token.");
        await amina.SeesAsync("I reset your token.");
        await amina.PressesAsync("Yes, close it");
        await desk.PassesAsync("PT2H");
        await amina.PressesAsync("5");
        Assert.Equal((Status.Closed, 5), await desk.ReadAsync(async db =>
            ((await db.Tickets.SingleAsync(Stop)).Status, (await db.Surveys.SingleAsync(Stop)).Rating ?? 0)));
    }

    [Fact]
    public async Task Of_two_agents_who_claim_at_once_one_wins_and_the_other_reads_who()
    {
        await using var desk = await StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.InRoom("chen").SeesAsync("HD-1001");
        await desk.InRoom("dana").SeesAsync("HD-1001");
        var answers = await Task.WhenAll(desk.InRoom("chen").PressesAsync("Claim"), desk.InRoom("dana").PressesAsync("Claim"));

        var owner = (await desk.ReadAsync(db => db.Tickets.SingleAsync(Stop))).Owner;
        var winner = await desk.ReadAsync(db => db.People.Where(person => person.Id == owner).Select(person => person.Name).SingleAsync(Stop));
        Assert.Equal(Pressed.Done, answers[winner == "Chen Wei" ? 0 : 1].What);
        Assert.Matches($"(?i)({winner}.*(has|took|owns)|taken.*{winner})", answers[winner == "Chen Wei" ? 1 : 0].Text);
        Assert.Contains(winner, (await desk.InRoom("elif").SeesAsync("P3")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(desk, Act.Claim));
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_was_typed()
    {
        await using var desk = await StartAsync();
        await desk.As("amina").FilesAsync("qzx the tray is stuck");
        var form = await desk.InRoom("chen").PressesAsync("Resolve");
        await desk.InRoom("dana").ResolvesAsync("I oiled it.");

        var refused = await desk.InRoom("chen").SendsAsync(form, new JsonObject { ["reason"] = "Workaround", ["text"] = "Kick it gently." });

        Assert.Equal((Pressed.Form, "Kick it gently."), (refused.What, refused.Typed["text"]));
        Assert.Contains("resolved already", refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(desk, Act.Resolve));
    }

    [Fact]
    public async Task An_agents_words_under_a_card_stay_internal_unless_they_begin_with_reply()
    {
        await using var desk = await StartAsync();
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesUnderAsync("P3", "third one this week");
        await chen.WritesUnderAsync("P3", "reply: I am on my way");

        await amina.SeesAsync("I am on my way");
        Assert.Equal(0, await amina.CountsAsync("third one"));
        await chen.SeesAsync("Sent to the requester");
        Assert.Equal((1, 1), (await CountAsync(desk, Act.Note), await CountAsync(desk, Act.Reply)));
    }

    [Fact]
    public async Task A_reply_taken_back_is_gone_everywhere()
    {
        await using var desk = await StartAsync();
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesAsync("Reply", "Kick it hard");
        await amina.SeesAsync("Kick it hard");

        await chen.PressesAsync("Undo");

        Assert.Equal((0, 0), (await amina.CountsAsync("Kick it hard"), await chen.CountsAsync("Kick it hard")));
        await chen.SeesAsync("Chen Wei took back an answer");
    }

    private protected static Task<int> CountAsync(IChannelDriver desk, Act act) => desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == act, Stop));
}
