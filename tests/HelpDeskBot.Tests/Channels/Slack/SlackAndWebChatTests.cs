using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Slack;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Slack;

/// <summary>A requester in the web chat and an agent in Slack.</summary>
public class SlackAndWebChatTests
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Messages_files_edits_and_undo_arrive_in_both_directions()
    {
        await using var desk = await SlackDesk.StartAsync();
        var (amina, chen) = (desk.Desk.As("amina"), new SlackDriver(desk).InRoom("chen"));
        await amina.FilesAsync("qzx the tray is stuck");
        await chen.WritesUnderAsync("P3", "reply: Which tray?");
        await amina.SeesAsync("Which tray?");

        await amina.SaysAsync("the lower won");
        await chen.SeesAsync("the lower won");
        await amina.EditsAsync("the lower won", "the lower one");
        await chen.SeesAsync("the lower one");
        Assert.Equal(0, await chen.CountsAsync("the lower won"));

        await amina.SendsFileAsync("tray.png", Picture);
        await desk.SettleAsync();
        Assert.Contains(desk.Room().Messages, message => message.Files.Exists(file => file.Name == "tray.png" && file.Content!.SequenceEqual(Picture)));

        var manual = desk.Slack.FileApi.Add("UCHEN", "manual.png", Picture, Picture.Length);
        await desk.Slack.As("chen").SaysAsync("reply: See page 3", desk.Room(), desk.Room().Messages.First(message => BlockReading.Buttons(message.Blocks).Contains("Resolve")).Ts, manual);
        await desk.SettleAsync();
        Assert.Contains((await amina.SeesAsync("See page 3")).Files, file => file.Name == "manual.png");

        await chen.PressesAsync("Undo");
        Assert.Equal(0, await amina.CountsAsync("See page 3"));
        Assert.Equal(1, await desk.Desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == Act.RetractReply, TestContext.Current.CancellationToken)));
    }
}
