using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels;

/// <summary>The official client, unmodified: what it shows is what the server has, through the stream and by polling.</summary>
public class DirectLineClientTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_official_client_talks_uploads_and_loses_nothing_when_it_is_dropped(bool webSocket)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var caller = await DirectLineCalls.GenerateAsync(desk, "amina");
        await using var client = await DirectLineJsClient.ConnectAsync(desk, caller.Token, webSocket);

        var said = await client.SayAsync("help");
        var shown = await CaughtUpAsync(desk, caller, client);
        Assert.Contains(shown, activity => activity["id"]!.GetValue<string>() == said && activity["text"]!.GetValue<string>() == "help");
        Assert.Contains(shown, activity => activity["from"]!["role"]!.GetValue<string>() == "bot");

        var uploaded = await client.UploadAsync("my vpn token is rejected", "vpn.txt", "error 809\n");
        shown = await CaughtUpAsync(desk, caller, client);
        var file = shown.Single(activity => activity["id"]!.GetValue<string>() == uploaded)["attachments"]!.AsArray().Single()!;
        Assert.Equal("vpn.txt", file["name"]!.GetValue<string>());
        using var download = await caller.Http.GetAsync(file["contentUrl"]!.GetValue<string>(), TestContext.Current.CancellationToken);
        Assert.Equal("error 809\n", await download.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        await client.DropAsync();
        await caller.SayAsync("said on another device while this one was away");
        await desk.SettleAsync();
        await client.ReconnectAsync();
        await CaughtUpAsync(desk, caller, client);

        await client.SayAsync("help");
        await CaughtUpAsync(desk, caller, client);
        await client.SayAsync("help");
        await CaughtUpAsync(desk, caller, client);
    }

    [Fact]
    public async Task A_token_outlives_a_restart_and_shows_the_official_client_the_same_conversation()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var caller = await DirectLineCalls.GenerateAsync(desk, "bruno");
        await caller.SayAsync("help");
        await desk.SettleAsync();
        await desk.RestartAsync();

        // The token was signed with a key that is kept, so it opens the same conversation, which shows the same.
        using var again = new DirectLineCalls(desk, caller.Token, caller.Conversation);
        var log = await again.ReadAsync(watermark: 0);
        await using var client = await DirectLineJsClient.ConnectAsync(desk, caller.Token, webSocket: true);
        Assert.Equal(Events(log), Events(await client.UntilAsync(log.Count)));
    }

    // Everything that happened arrives exactly once, in the server's order.
    private static async Task<IReadOnlyList<JsonNode>> CaughtUpAsync(TestDesk desk, DirectLineCalls caller, DirectLineJsClient client)
    {
        await desk.SettleAsync();
        var log = await caller.ReadAsync(watermark: 0);
        var shown = await client.UntilAsync(log.Count);
        Assert.Equal(Events(log), Events(shown));
        return shown;
    }

    private static IEnumerable<string> Events(IEnumerable<JsonNode> activities) =>
        activities.Select(activity => $"{activity["type"]} {activity["id"]}");
}
