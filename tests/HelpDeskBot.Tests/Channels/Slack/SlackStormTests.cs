using System.Globalization;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support.Slack;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Channels.Slack;

/// <summary>
/// While Slack loses, doubles and delays events and refuses or swallows posts, everything is said and seen exactly once. HELPDESK_SLACK_STORM sets
/// how many messages each of the two writes.
/// </summary>
public class SlackStormTests
{
    private const int LongestCalm = 100_000;

    private static readonly int Messages = int.Parse(Environment.GetEnvironmentVariable("HELPDESK_SLACK_STORM") ?? "25", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_the_storm_every_message_is_in_the_ticket_once_and_everybody_saw_each_thing_once(int seed)
    {
        await using var desk = await SlackDesk.StartAsync();
        var driver = new SlackDriver(desk);
        await driver.As("amina").FilesAsync("qzx the tray is stuck");
        await driver.InRoom("chen").WritesAsync("Ask requester", "Which tray?");
        var (card, question) = (await RootAsync(desk, desk.Room(), "P3"), await RootAsync(desk, desk.Slack.As("amina").Direct, "Which tray?"));

        desk.Slack.Deliveries.Often(seed, dropped: 0.05, twice: 0.20, late: 0.10);
        desk.Slack.Faults.Often(seed, ("chat.postMessage", Fault.TooMany, 0.30), ("chat.postMessage", Fault.AcceptedThenDropped, 0.05));
        await Task.WhenAll(Enumerable.Range(0, Messages).SelectMany(number => new[]
        {
            desk.Slack.As("amina").SaysAsync($"asked{number}.", thread: question),
            desk.Slack.As("chen").SaysAsync($"reply: answer{number}.", desk.Room(), card),
        }));
        await CalmAsync(desk);

        Assert.Equal((Messages, Messages), (await CountAsync(desk, Act.Comment), await CountAsync(desk, Act.Reply)));
        for (var number = 0; number < Messages; number++)
        {
            Assert.Equal((number, 1, 1), (number, Shown(desk, "amina", $"answer{number}."), Shown(desk, "chen", $"asked{number}.")));
        }

        Assert.Equal((Messages, Messages), (Shown(desk, "amina", "Added to HD-1001"), Shown(desk, "chen", "Sent to the requester")));
    }

    // What stands on a card is drawn there again and again; what is said is posted.
    private static int Shown(SlackDesk desk, string name, string words) =>
        desk.Slack.As(name).Seen.Count(shown => shown.What == "post" && BlockReading.TextOf(shown.Blocks).Contains(words, StringComparison.Ordinal));

    private static Task<int> CountAsync(SlackDesk desk, Act act) => desk.Desk.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Act == act, Stop));

    private static async Task<string> RootAsync(SlackDesk desk, FakeConversation where, string words)
    {
        await desk.SettleAsync();
        lock (desk.Slack.Workspace.Lock)
        {
            return where.Messages.Last(message => BlockReading.TextOf(message.Blocks).Contains(words, StringComparison.Ordinal)).Ts;
        }
    }

    // Events come as they should again; what was lost is found, and what waits is said.
    private static async Task CalmAsync(SlackDesk desk)
    {
        desk.Slack.Deliveries.Often(seed: 0, dropped: 0, twice: 0, late: 0);
        await desk.SweepAsync();
        var waits = true;
        for (var looks = 0; waits; looks++)
        {
            Assert.True(looks < LongestCalm, "Something still waits to be said");
            await desk.SettleAsync();
            waits = await desk.Desk.ReadAsync(db => db.Outbox.AnyAsync(row => row.State == OutboxState.Pending && row.Kind == OutboxKind.Message, Stop));
        }

        Assert.Equal(0, await desk.Desk.ReadAsync(db => db.Outbox.CountAsync(row => row.State == OutboxState.Parked, Stop)));
    }
}
