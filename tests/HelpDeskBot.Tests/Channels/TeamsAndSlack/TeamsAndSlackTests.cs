using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.TeamsAndSlack;

/// <summary>A requester on one platform and an agent on the other work on the same ticket as if they were on one.</summary>
public class TeamsAndSlackTests
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static readonly byte[] Animation = "GIF89a and more"u8.ToArray();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_requester_in_Teams_and_an_agent_in_Slack(Database database)
    {
        await using var desk = await TwoPlatforms.WithAgentsInSlackAsync(database);
        var (amina, chen) = (desk.Teams.Person("amina"), desk.Slack.InRoom("chen"));
        var number = await amina.FilesAsync("qzx the tray is stuck");
        Assert.Contains("the tray is stuck", (await chen.SeesAsync(number)).Text, StringComparison.Ordinal);
        await chen.PressesAsync("Claim");
        await chen.WritesUnderAsync("P3", "third one this week");

        var manual = desk.Slack.Slack.FileApi.Add("UCHEN", "manual.png", Picture, Picture.Length);
        await desk.Slack.Slack.As("chen").SaysAsync("reply: See page three", desk.Slack.Room(), await ThreadAsync(desk), manual);
        Assert.Contains("manual.png", (await amina.SeesAsync("See page three")).Text, StringComparison.Ordinal);
        await chen.EditsAsync("page three", "reply: See page 3");
        await amina.SeesAsync("See page 3");
        Assert.Equal(0, await amina.CountsAsync("page three"));

        await amina.SendsFileAsync("tray.png", Picture, "the lower won");
        await chen.SeesAsync("the lower won");
        Assert.Contains(desk.Slack.Room().Messages, message => message.ThreadTs is not null && message.Files.Exists(file => file.Name == "tray.png" && file.Content!.SequenceEqual(Picture)));
        await CorrectsAndDeletesAsync(amina, chen);

        await RepliesAndTakesBackAsync(amina, chen);
        await ResolvesAndConfirmsAsync(desk, amina, chen);
        Assert.Equal((0, 1), (await amina.CountsAsync("third one"), await CountAsync(desk, Act.Note)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_requester_in_Slack_and_an_agent_in_Teams(Database database)
    {
        await using var desk = await TwoPlatforms.WithAgentsInTeamsAsync(database);
        var (amina, chen) = (desk.Slack.As("amina"), desk.Teams.Person("chen", "it-support"));
        var number = await amina.FilesAsync("qzx the tray is stuck");
        Assert.Contains("the tray is stuck", (await chen.SeesAsync(number)).Text, StringComparison.Ordinal);
        await chen.PressesAsync("Claim");
        await chen.WritesUnderAsync("P3", "third one this week");

        await chen.PastesUnderAsync("P3", "reply: See page three", Animation);
        await amina.SeesAsync("See page three");
        Assert.Contains(desk.Slack.Slack.As("amina").Direct.Messages, message => message.Files.Exists(file => file.Content!.SequenceEqual(Animation)));
        await chen.EditsAsync("page three", "reply: See page 3");
        await amina.SeesAsync("See page 3");
        Assert.Equal(0, await amina.CountsAsync("page three"));

        await amina.SendsFileAsync("tray.png", Picture, "the lower won");
        Assert.Contains("tray.png", (await chen.SeesAsync("the lower won")).Text, StringComparison.Ordinal);
        await CorrectsAndDeletesAsync(amina, chen);

        await RepliesAndTakesBackAsync(amina, chen);
        await ResolvesAndConfirmsAsync(desk, amina, chen);
        Assert.Equal((0, 1), (await amina.CountsAsync("third one"), await CountAsync(desk, Act.Note)));
    }

    [Fact]
    public async Task What_an_agent_does_in_Slack_stands_on_the_card_that_the_other_agents_keep_in_Teams()
    {
        await using var desk = await TwoPlatforms.WithAgentsInTeamsAsync(Database.Sqlite);
        await desk.Slack.As("amina").FilesAsync("qzx the tray is stuck");
        await desk.Slack.BindRoomsAsync(); // the agents move; what is open comes along
        await desk.Slack.InRoom("chen").PressesAsync("Claim");

        var dana = desk.Teams.InRoom("dana");
        var card = await dana.SeesAsync("P3");
        Assert.Contains("Chen Wei", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Claim", card.Buttons);
        await dana.WritesAsync("Note", "third one this week");
        await desk.Slack.InRoom("chen").SeesAsync("third one this week");
        Assert.Equal(1, await CountAsync(desk, Act.Claim));
    }

    private static async Task CorrectsAndDeletesAsync(IChannelPerson requester, IChannelPerson agent)
    {
        await requester.EditsAsync("the lower won", "the lower one");
        await agent.SeesAsync("the lower one");
        Assert.Equal(0, await agent.CountsAsync("the lower won"));
        await requester.DeletesAsync("the lower one");
        Assert.Equal(0, await agent.CountsAsync("the lower one"));
    }

    private static async Task RepliesAndTakesBackAsync(IChannelPerson requester, IChannelPerson agent)
    {
        await agent.WritesAsync("Reply", "Kick it hard");
        await requester.SeesAsync("Kick it hard");
        await agent.PressesAsync("Undo");
        Assert.Equal((0, 0), (await requester.CountsAsync("Kick it hard"), await agent.CountsAsync("Kick it hard")));
    }

    private static async Task ResolvesAndConfirmsAsync(TwoPlatforms desk, IChannelPerson requester, IChannelPerson agent)
    {
        await agent.WritesAsync("Ask requester", "Which paper is in it?");
        await requester.SeesAsync("Which paper is in it?");
        await requester.SaysAsync("the yellow one");
        await agent.SeesAsync("the yellow one");
        await agent.ResolvesAsync("I oiled it.");
        await requester.SeesAsync("I oiled it.");
        await requester.PressesAsync("Yes, close it");
        Assert.Contains("Closed", (await agent.SeesAsync("P3")).Text, StringComparison.Ordinal);
        Assert.Equal(Status.Closed, (await desk.Desk.ReadAsync(db => db.Tickets.SingleAsync(Stop))).Status);
    }

    private static async Task<string> ThreadAsync(TwoPlatforms desk) => (await desk.Slack.MessageAsync(desk.Slack.Room(), "P3")).Ts;

    private static Task<int> CountAsync(TwoPlatforms desk, Act act) => desk.Desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == act, Stop));
}
