using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>What the messaging endpoint answers.</summary>
public class EndpointTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestBot Bot => fixture.Bot;

    private string Bearer => "Bearer " + new DeliveryForge(Bot.Cloud.Issuer).Good();

    [Fact]
    public async Task Whoever_asks_whether_anybody_is_there_learns_it()
    {
        using var response = await Deliveries.SendAsync(Bot, "HEAD", authorization: null);
        await Deliveries.AssertRefusedAsync(response, 200);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("ANYTHING")]
    public async Task Nothing_else_is_done_here(string method)
    {
        using var response = await Deliveries.SendAsync(Bot, method, Bearer, method == "GET" ? null : Encoding.UTF8.GetBytes(Deliveries.Message().ToJsonString()));
        await Deliveries.AssertRefusedAsync(response, 405);
        Assert.Equal("POST, HEAD", string.Join(", ", response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("hello")]
    [InlineData("\uFEFF{}")]
    public async Task What_is_no_activity_is_refused(string body)
    {
        using var response = await Deliveries.SendAsync(Bot, "POST", Bearer, Encoding.UTF8.GetBytes(body));
        await Deliveries.AssertRefusedAsync(response, 400);
    }

    public static TheoryData<string, string?> Incomplete => new()
    {
        { "type", null }, { "type", "\"\"" }, { "type", "7" }, { "from", null }, { "from", "\"amina\"" }, { "from.id", null }, { "conversation", null },
        { "conversation.id", null }, { "conversation.id", "7" }, { "serviceUrl", null }, { "channelId", null }, { "channelData", "\"x\"" }, { "text", "7" },
        { "from.id", $"\"{new string('x', 501)}\"" }, { "conversation.id", $"\"{new string('x', 501)}\"" }, { "id", $"\"{new string('x', 501)}\"" },
        { "value", "{\"a\":1,\"a\":2}" }, { "value", "\"\\ud800\"" }, { "value", new string('[', 100) + new string(']', 100) },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task An_activity_needs_a_type_somebody_and_a_place(string member, string? value)
    {
        var before = Bot.Backend.Received.Count;
        var body = Deliveries.With(member, value is null ? null : "placeholder").ToJsonString().Replace("\"placeholder\"", value, StringComparison.Ordinal);
        using var response = await Deliveries.SendAsync(Bot, "POST", Bearer, Encoding.UTF8.GetBytes(body));
        await Deliveries.AssertRefusedAsync(response, 400);
        Assert.Equal(before, Bot.Backend.Received.Count);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("")]
    public async Task An_activity_says_that_it_is_JSON(string contentType)
    {
        using var response = await Deliveries.SendAsync(Bot, "POST", Bearer, Encoding.UTF8.GetBytes(Deliveries.Message().ToJsonString()), contentType);
        await Deliveries.AssertRefusedAsync(response, 415);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_megabyte_is_taken_and_more_is_not(bool isTaken)
    {
        var message = Deliveries.Message();
        message["text"] = "";
        message["text"] = new string('x', (1024 * 1024) - Encoding.UTF8.GetByteCount(message.ToJsonString()) + (isTaken ? 0 : 1));
        using var response = await Deliveries.PostAsync(Bot, Bearer, message);
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.RequestEntityTooLarge, response.StatusCode);

        using var unsized = new HttpRequestMessage(HttpMethod.Post, new Uri(Bot.Http.BaseAddress!, "/api/messages"))
        {
            Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        unsized.Headers.TryAddWithoutValidation("Authorization", Bearer);
        unsized.Headers.TransferEncodingChunked = true;
        using var again = await Deliveries.Http.SendAsync(unsized, Stop);
        Assert.Equal(response.StatusCode, again.StatusCode);
    }

    [Fact]
    public async Task Nobody_without_a_token_makes_the_bot_read()
    {
        using var response = await Deliveries.SendAsync(Bot, "POST", authorization: null, new byte[2 * 1024 * 1024]);
        await Deliveries.AssertRefusedAsync(response, 401);
    }

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task Everything_but_an_invoke_is_received(string type)
    {
        using var response = await Deliveries.PostAsync(Bot, Bearer, Deliveries.With("type", type));
        await Deliveries.AssertRefusedAsync(response, 200);
        Assert.Equal(type, Bot.Backend.Received[^1].Activity.Type);
    }

    [Fact]
    public async Task An_activity_is_answered_once_it_is_durable()
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        var (began, stored) = (new TaskCompletionSource(), new TaskCompletionSource());
        bot.Backend.WhileReceiving = () =>
        {
            began.SetResult();
            return stored.Task;
        };
        var delivering = Deliveries.PostAsync(bot, "Bearer " + new DeliveryForge(bot.Cloud.Issuer).Good(), Deliveries.Message());
        await began.Task;
        Assert.False(delivering.IsCompleted);
        stored.SetResult();
        using var response = await delivering;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_not_taken()
    {
        await using var bot = await TestBot.StartAsync(clock: new FakeTime());
        bot.Backend.WhileReceiving = () => throw new IOException("The disk is full, says canary");
        using var response = await Deliveries.PostAsync(bot, "Bearer " + new DeliveryForge(bot.Cloud.Issuer).Good(), Deliveries.Message());
        await Deliveries.AssertRefusedAsync(response, 500);
    }

    [Fact]
    public async Task An_invoke_is_answered_by_the_bot()
    {
        Bot.Backend.Answers = activity => activity.Name == TeamsInvokes.CardAction ? TeamsResponses.Message($"Grüße {CardActionInvoke.Of(activity)!.Verb}") : null;
        var press = Deliveries.With("type", "invoke");
        press["name"] = "adaptiveCard/action";
        press["value"] = JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"ticket.claim.v1","data":{}},"trigger":"manual"}""");
        using var response = await Deliveries.PostAsync(Bot, Bearer, press);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        SameJson.Assert(
            JsonNode.Parse("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Grüße ticket.claim.v1"}"""),
            JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task An_invoke_nobody_knows_is_not_implemented()
    {
        Bot.Backend.Answers = _ => null;
        using var response = await Deliveries.PostAsync(Bot, Bearer, Deliveries.With("type", "invoke"));
        await Deliveries.AssertRefusedAsync(response, 501);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task An_invoke_may_be_answered_with_a_status_alone(int status)
    {
        Bot.Backend.Answers = _ => new InvokeResponse(status);
        using var response = await Deliveries.PostAsync(Bot, Bearer, Deliveries.With("type", "invoke"));
        await Deliveries.AssertRefusedAsync(response, status);
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector", null, 200)]
    [InlineData("http://127.0.0.1:56150/_connector", "localhost:3978", 200)]
    [InlineData("http://127.0.0.1:56150/_connector", "[::1]:3978", 200)]
    [InlineData("https://smba.trafficmanager.net/emea/", null, 403)]
    [InlineData("http://evil.example/", null, 403)]
    [InlineData("http://127.0.0.1:56150/_connector", "evil.example", 403)]
    [InlineData("http://127.0.0.1:56150/_connector", "localhost.evil.example:3978", 403)]
    [InlineData("http://127.0.0.1:56150/_connector", "10.0.0.1", 403)]
    public async Task Without_an_app_id_this_machine_is_served_and_nobody_else(string serviceUrl, string? host, int status)
    {
        await using var bot = await TestBot.StartAsync(new BotFrameworkOptions { IsLocal = true }, new FakeTime());
        var message = Deliveries.With("serviceUrl", serviceUrl);
        using var response = await Deliveries.SendAsync(bot, "POST", authorization: null, Encoding.UTF8.GetBytes(message.ToJsonString()), host: host);
        await Deliveries.AssertRefusedAsync(response, status);
        Assert.Equal(status == 200 ? 1 : 0, bot.Backend.Received.Count);
        Assert.Equal(0, bot.Cloud.Issuer.Reads);
    }

    [Fact]
    public async Task With_an_app_id_this_machine_gets_no_favours_even_in_development()
    {
        await using var bot = await TestBot.StartAsync(TestBot.Registered with { IsLocal = true }, new FakeTime());
        const string Own = "http://localhost:56150/";
        using var without = await Deliveries.PostAsync(bot, authorization: null, Deliveries.With("serviceUrl", Own));
        await Deliveries.AssertRefusedAsync(without, 401);
        var token = new DeliveryForge(bot.Cloud.Issuer).With("serviceurl", Own);
        using var signed = await Deliveries.PostAsync(bot, "Bearer " + token, Deliveries.With("serviceUrl", Own));
        await Deliveries.AssertRefusedAsync(signed, 403);
    }
}
