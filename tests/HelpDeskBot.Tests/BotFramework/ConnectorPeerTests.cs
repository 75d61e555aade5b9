using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>The official SDK's clients and ours ask the same connector the same, and it answers both.</summary>
public class ConnectorPeerTests
{
    private const string Person = "a:amina";
    private const string Channel = "19:support@thread.tacv2";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_official_clients_and_ours_make_the_same_requests()
    {
        var (theirs, answers) = await TheirsAsync();
        var ours = await OursAsync();

        Assert.All(answers, answer => Assert.Null(answer["error"]));
        Assert.Equal(theirs.Select(request => request.Line()), ours.Select(request => request.Line()));
        Assert.All(theirs.Zip(ours), pair => SameJson.Assert(pair.First.Json, pair.Second.Json));
    }

    [Fact]
    public async Task The_official_clients_understand_what_the_fake_connector_answers()
    {
        var (_, answers) = await TheirsAsync();
        Assert.NotNull(answers[0]["result"]!["id"]);
        Assert.Equal("object-of-agent3", answers[6]["result"]!["aadObjectId"]!.GetValue<string>());
        Assert.Equal(["agent1", "agent2", "agent3", "agent4"], answers[7]["result"]!["members"]!.AsArray().Select(member => member!["name"]!.GetValue<string>()));
        Assert.Equal("lines", answers[11]["result"]!.GetValue<string>());
        Assert.Equal(Channel, answers[12]["result"]!["conversations"]![0]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_official_client_sees_the_same_refusals()
    {
        await using var bot = await StartAsync();
        var activity = JsonNode.Parse("""{"type":"message","text":"x"}""")!;
        bot.Cloud.Connector.Conversations.AddPerson("bruno");
        bot.Cloud.Connector.Block("bruno");
        var answers = await CallAsync(bot, [
            ("send", ["a:nobody", activity.DeepClone()]),
            ("send", ["a:bruno", activity.DeepClone()]),
            ("update", [Person, "17", activity.DeepClone()]),
            ("send", [Person, new JsonObject { ["type"] = "message", ["text"] = new string('x', 52_000) }]),
        ]);
        Assert.Equal([404, 403, 404, 413], answers.Select(answer => answer["status"]!.GetValue<int>()));
    }

    private static async Task<(IReadOnlyList<ConnectorRequest> Requests, IReadOnlyList<JsonNode> Answers)> TheirsAsync()
    {
        await using var bot = await StartAsync();
        var answers = await CallAsync(bot, [
            ("create", [Written(TeamsConversations.In(Channel, ConnectorCalls.Bot, FakeConversations.Tenant, Card()))]),
            ("send", [Person, Written(Said())]),
            ("reply", [Channel, "17", Written(Said("17"))]),
            ("update", [Person, "1790000000002", Written(Said())]),
            ("delete", [Person, "1790000000002"]),
            ("members", [Channel]),
            ("member", [Channel, "29:agent3"]),
            ("paged", [Channel, new JsonObject { ["pageSize"] = 4 }]),
            ("activityMembers", [Channel, "17"]),
            ("upload", [Person, new JsonObject { ["name"] = "log.txt", ["type"] = "text/plain", ["originalBase64"] = new JsonObject { ["bytes"] = "bGluZXM=" } }]),
            ("info", ["file-1"]),
            ("content", ["file-1", "original"]),
            ("channels", ["19:team"]),
            ("team", ["19:team"]),
            ("create", [Written(TeamsConversations.With(ConnectorCalls.Bot, "29:amina", FakeConversations.Tenant))]),
        ]);
        return (bot.Cloud.Connector.Requests, answers);
    }

    private static async Task<IReadOnlyList<ConnectorRequest>> OursAsync()
    {
        await using var bot = await StartAsync();
        var (client, person, channel) = (bot.Connector, At(bot, Person), At(bot, Channel));
        await client.CreateConversationAsync(channel, TeamsConversations.In(Channel, ConnectorCalls.Bot, FakeConversations.Tenant, Card()), Stop);
        await client.SendAsync(person, Said(), Stop);
        await client.SendAsync(channel, Said("17"), Stop);
        await client.UpdateAsync(person, "1790000000002", Said(), Stop);
        await client.DeleteAsync(person, "1790000000002", Stop);
        await client.GetMembersAsync(channel, Stop);
        await client.GetMemberAsync(channel, "29:agent3", Stop);
        await client.GetPagedMembersAsync(channel, 4, continuation: null, Stop);
        await client.GetActivityMembersAsync(channel, "17", Stop);
        await client.UploadAttachmentAsync(person, new AttachmentData { Name = "log.txt", Type = "text/plain", OriginalBase64 = "lines"u8.ToArray() }, Stop);
        await client.GetAttachmentInfoAsync(person, "file-1", Stop);
        await client.GetAttachmentAsync(person, "file-1", "original", mostBytes: 100, Stop);
        await client.GetChannelsAsync(channel, "19:team", Stop);
        await client.GetTeamAsync(channel, "19:team", Stop);
        await client.CreateConversationAsync(person, TeamsConversations.With(ConnectorCalls.Bot, "29:amina", FakeConversations.Tenant), Stop);
        return bot.Cloud.Connector.Requests;
    }

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync(new BotFrameworkOptions { IsLocal = true });
        bot.Cloud.Connector.IsOpen = true;
        bot.Cloud.Connector.Conversations.AddPerson("amina");
        bot.Cloud.Connector.Conversations.AddChannel("19:team", Channel, [.. Enumerable.Range(1, 6).Select(number => $"agent{number}")]);
        return bot;
    }

    private static async Task<IReadOnlyList<JsonNode>> CallAsync(TestBot bot, IEnumerable<(string Call, JsonNode[] With)> calls) => await Peers.RunAsync(
        "connector.mjs",
        [.. calls.Select(call => new JsonObject { ["service"] = Service(bot), ["call"] = call.Call, ["with"] = new JsonArray(call.With) })]);

    private static string Service(TestBot bot) => new Uri(bot.Cloud.Address, "/emea/").AbsoluteUri;

    private static ConversationReference At(TestBot bot, string conversation) =>
        new() { ServiceUrl = Service(bot), Conversation = new ConversationAccount { Id = conversation, TenantId = FakeConversations.Tenant } };

    private static Activity Said(string? to = null) => new()
    {
        Type = ActivityTypes.Message,
        Text = $"Hi {Mentions.MarkOf(new ChannelAccount { Id = "29:amina", Name = "Amina" })}, Grüße 👋",
        TextFormat = "plain",
        Locale = "de-DE",
        From = ConnectorCalls.Bot,
        ReplyToId = to,
        Entities = [Mentions.EntityOf(new ChannelAccount { Id = "29:amina", Name = "Amina" })],
        ChannelData = new JsonObject { ["notification"] = new JsonObject { ["alert"] = true } },
    };

    private static Activity Card() => new()
    {
        Type = ActivityTypes.Message,
        Summary = "HD-1",
        Attachments = [new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = JsonNode.Parse("""{"type":"AdaptiveCard","body":[]}""") }],
    };

    private static JsonNode Written<T>(T value) => value switch
    {
        Activity activity => JsonSerializer.SerializeToNode(activity, ActivityJson.Default.Activity)!,
        ConversationParameters parameters => JsonSerializer.SerializeToNode(parameters, ActivityJson.Default.ConversationParameters)!,
        _ => throw new ArgumentException($"No JSON of {typeof(T).Name} is needed here", nameof(value)),
    };
}
