using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels;

/// <summary>Every route: what it answers, and how it refuses.</summary>
public class DirectLineRouteTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private const string Own = DirectLineCalls.Base + "/conversations/direct-amina";

    public static TheoryData<string, string> Routes => new()
    {
        { "POST", DirectLineCalls.Base + "/tokens/refresh" },
        { "POST", DirectLineCalls.Base + "/conversations" },
        { "GET", Own },
        { "GET", Own + "/activities" },
        { "POST", Own + "/activities" },
        { "POST", Own + "/upload" },
    };

    private TestDesk Desk => fixture.Desk;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_given_for_the_persons_own_conversation_always_the_same()
    {
        using var first = await PostAsync("/tokens/generate", new { user = new { id = "amina", name = "Somebody else" } });
        var granted = await BodyAsync(first, HttpStatusCode.OK);
        Assert.Equal(["conversationId", "token", "expires_in"], granted.Select(member => member.Key));
        Assert.Equal("direct-amina", Text(granted, "conversationId"));
        Assert.Equal(1800, granted["expires_in"]!.GetValue<int>());
        using var again = await PostAsync("/tokens/generate", new { user = new { id = "amina" }, conversationId = "" });
        Assert.Equal("direct-amina", Text(await BodyAsync(again, HttpStatusCode.OK), "conversationId"));
    }

    [Fact]
    public async Task A_refreshed_token_opens_the_same_conversation()
    {
        using var amina = await DirectLineCalls.GenerateAsync(Desk, "amina");
        using var response = await amina.SendAsync("POST", DirectLineCalls.Base + "/tokens/refresh");
        var granted = await BodyAsync(response, HttpStatusCode.OK);
        using var refreshed = new DirectLineCalls(Desk, Text(granted, "token"), Text(granted, "conversationId"));
        Assert.Equal(amina.Conversation, refreshed.Conversation);
        await refreshed.ReadAsync(watermark: null);
    }

    [Fact]
    public async Task A_started_conversation_has_a_stream_and_a_reconnected_one_goes_on_from_its_watermark()
    {
        using var amina = await DirectLineCalls.GenerateAsync(Desk, "amina");
        using var response = await amina.SendAsync("POST", DirectLineCalls.Base + "/conversations", """{"user":{"id":"farid"},"locale":"de"}""");
        var started = await BodyAsync(response, HttpStatusCode.Created);
        Assert.Equal(["conversationId", "token", "expires_in", "streamUrl"], started.Select(member => member.Key));
        Assert.Equal("direct-amina", Text(started, "conversationId"));
        Assert.StartsWith($"ws://{Desk.Address.Authority}{Own}/stream?t=", Text(started, "streamUrl"), StringComparison.Ordinal);

        using var again = await amina.SendAsync("GET", Own + "?watermark=7");
        var reconnected = await BodyAsync(again, HttpStatusCode.OK);
        Assert.StartsWith($"ws://{Desk.Address.Authority}{Own}/stream?watermark=7&t=", Text(reconnected, "streamUrl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_has_an_id()
    {
        using var response = await Desk.Http.GetAsync(DirectLineCalls.Base + "/session/getsessionid", Stop);
        Assert.Equal(32, Text(await BodyAsync(response, HttpStatusCode.OK), "sessionId").Length);
    }

    [Fact]
    public async Task Activities_come_in_order_behind_the_watermark_and_are_from_whom_the_token_says()
    {
        using var bruno = await DirectLineCalls.GenerateAsync(Desk, "bruno");
        const string Forged = """{"type":"message","text":"help","id":"mine","from":{"id":"farid","role":"bot"},"timestamp":"2001-01-01T00:00:00Z","channelId":"msteams"}""";
        using var posted = await bruno.SendAsync("POST", bruno.Path("activities"), Forged);
        var id = Text(await BodyAsync(posted, HttpStatusCode.OK), "id");
        await Desk.SettleAsync();

        var all = await bruno.Http.GetFromJsonAsync<JsonObject>(bruno.Path("activities?watermark=0"), Stop);
        var said = all!["activities"]![0]!;
        Assert.Equal((id, "bruno", "user", "webchat"), (Text(said, "id"), Text(said["from"]!, "id"), Text(said["from"]!, "role"), Text(said, "channelId")));
        Assert.DoesNotContain("2001", Text(said, "timestamp"), StringComparison.Ordinal);
        var behind = await bruno.Http.GetFromJsonAsync<JsonObject>(bruno.Path("activities?watermark=1"), Stop);
        Assert.Equal(all["activities"]!.AsArray().Count - 1, behind!["activities"]!.AsArray().Count);
        Assert.Equal(Text(all, "watermark"), Text(behind, "watermark"));
        var none = await bruno.Http.GetFromJsonAsync<JsonObject>(bruno.Path($"activities?watermark={Text(all, "watermark")}"), Stop);
        Assert.Empty(none!["activities"]!.AsArray());
        Assert.Equal(Text(all, "watermark"), Text(none, "watermark"));
    }

    [Fact]
    public async Task The_same_message_sent_again_has_the_same_id_and_is_there_once()
    {
        using var dana = await DirectLineCalls.GenerateAsync(Desk, "dana");
        var first = await dana.SayAsync("help", clientId: "one");
        Assert.Equal(first, await dana.SayAsync("help", clientId: "one"));
        Assert.NotEqual(first, await dana.SayAsync("help", clientId: "two"));
        await Desk.SettleAsync();
        Assert.Equal(2, (await dana.ReadAsync(watermark: 0)).Count(activity => Text(activity["from"]!, "role") == "user"));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("conversationUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("whatever")]
    public async Task What_is_no_message_is_taken_and_not_kept(string type)
    {
        using var elif = await DirectLineCalls.GenerateAsync(Desk, "elif");
        using var response = await elif.SendAsync("POST", elif.Path("activities"), $$"""{"type":"{{type}}","name":"webchat/join"}""");
        Assert.NotEqual("", Text(await BodyAsync(response, HttpStatusCode.OK), "id"));
        await Desk.SettleAsync();
        Assert.Empty(await elif.ReadAsync(watermark: 0));
    }

    [Theory]
    [InlineData("messageDelete")]
    [InlineData("messageUpdate")]
    public async Task To_correct_a_message_that_is_not_there_is_refused(string type)
    {
        using var elif = await DirectLineCalls.GenerateAsync(Desk, "elif");
        using var response = await elif.SendAsync("POST", elif.Path("activities"), $$"""{"type":"{{type}}","text":"What I meant"}""");
        await DirectLineCalls.AssertRefusedAsync(response, 404, "NotFound");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Without_a_token_401_with_a_bad_one_403(string method, string path)
    {
        using var nobody = new DirectLineCalls(Desk, token: null, "direct-amina");
        using var none = await nobody.SendAsync(method, path, method == "POST" ? "{}" : null);
        await DirectLineCalls.AssertRefusedAsync(none, 401, "Unauthorized");
        using var stranger = new DirectLineCalls(Desk, "made.it.up", "direct-amina");
        using var bad = await stranger.SendAsync(method, path, method == "POST" ? "{}" : null);
        await DirectLineCalls.AssertRefusedAsync(bad, 403, "TokenExpired");
    }

    [Theory]
    [InlineData("direct-bruno")]
    [InlineData("direct-nobody")]
    [InlineData("it-support")]
    [InlineData("it-support;messageid=1")]
    [InlineData("DIRECT-AMINA")]
    [InlineData("..%2F..%2Fdirect-bruno")]
    public async Task Anothers_conversation_and_one_that_does_not_exist_are_refused_alike(string conversation)
    {
        using var amina = await DirectLineCalls.GenerateAsync(Desk, "amina");
        foreach (var (method, rest) in new[] { ("GET", ""), ("GET", "/activities"), ("POST", "/activities"), ("POST", "/upload") })
        {
            using var response = await amina.SendAsync(
                method, $"{DirectLineCalls.Base}/conversations/{conversation}{rest}", method == "POST" ? """{"type":"message","text":"x"}""" : null);
            await DirectLineCalls.AssertRefusedAsync(response, 403, "Forbidden");
        }
    }

    [Theory]
    [InlineData("amina", "it-support")]
    [InlineData("bruno", "it-support")]
    [InlineData("amina", "direct-bruno")]
    [InlineData("farid", "direct-amina")]
    [InlineData("amina", "nowhere")]
    [InlineData("chen", "it-support;messageid=1")]
    [InlineData("nobody", null)]
    [InlineData("AMINA", null)]
    [InlineData("../amina", null)]
    public async Task Nobody_joins_a_conversation_where_they_do_not_belong(string user, string? conversation)
    {
        using var response = await PostAsync("/tokens/generate", new { user = new { id = user }, conversationId = conversation });
        await DirectLineCalls.AssertRefusedAsync(response, 403, "Forbidden");
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.2:3978", 200)]
    [InlineData("[::1]:3978", 200)]
    [InlineData("evil.example", 403)]
    [InlineData("localhost.evil.example", 403)]
    [InlineData("127.0.0.1.evil.example:3978", 403)]
    [InlineData("10.0.0.1", 403)]
    public async Task Another_sites_name_for_this_machine_lets_nobody_choose_who_they_are(string host, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, DirectLineCalls.Base + "/tokens/generate");
        request.Headers.Host = host;
        request.Content = JsonContent.Create(new { user = new { id = "amina" } });
        using var response = await Desk.Http.SendAsync(request, Stop);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task An_agent_joins_the_room_of_the_queue()
    {
        using var chen = await DirectLineCalls.GenerateAsync(Desk, "chen", "it-support");
        Assert.Equal("it-support", chen.Conversation);
    }

    [Fact]
    public async Task A_watermark_of_the_future_brings_nothing_and_stays()
    {
        using var amina = await DirectLineCalls.GenerateAsync(Desk, "amina");
        var set = await amina.Http.GetFromJsonAsync<JsonObject>(amina.Path("activities?watermark=9223372036854775807"), Stop);
        Assert.Empty(set!["activities"]!.AsArray());
        Assert.Equal("9223372036854775807", Text(set, "watermark"));
    }

    [Theory]
    [InlineData("PUT", Own + "/activities", 405)]
    [InlineData("DELETE", Own, 405)]
    [InlineData("GET", DirectLineCalls.Base + "/tokens/generate", 405)]
    [InlineData("GET", DirectLineCalls.Base + "/nothing", 404)]
    [InlineData("GET", Own + "/activities/1", 404)]
    public async Task There_are_no_other_routes(string method, string path, int status)
    {
        using var amina = await DirectLineCalls.GenerateAsync(Desk, "amina");
        using var response = await amina.SendAsync(method, path);
        Assert.Equal(status, (int)response.StatusCode);
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static async Task<JsonObject> BodyAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
    }

    private Task<HttpResponseMessage> PostAsync(string path, object body) => Desk.Http.PostAsJsonAsync(DirectLineCalls.Base + path, body, Stop);
}
