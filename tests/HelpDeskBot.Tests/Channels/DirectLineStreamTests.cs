using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Channels;

/// <summary>The stream: who may open it, and that everybody in a conversation sees at once what is said in it.</summary>
public class DirectLineStreamTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private const string Conversations = DirectLineCalls.Base + "/conversations/";

    private TestDesk Desk => fixture.Desk;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DirectLineTokens Tokens => Desk.Services.GetRequiredService<DirectLineTokens>();

    [Fact]
    public async Task What_one_agent_says_reaches_the_others_though_the_bot_says_nothing()
    {
        using var chen = await DirectLineCalls.GenerateAsync(Desk, "chen", "it-support");
        using var stream = await OpenAsync(Stream("dana", "it-support", "&watermark=0"));
        var said = await chen.SayAsync("lunch?");
        Assert.Equal(said, (await NextAsync(stream)).Single()!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_stream_goes_on_behind_its_watermark()
    {
        using var bruno = await DirectLineCalls.GenerateAsync(Desk, "bruno");
        await bruno.SayAsync("help");
        await Desk.SettleAsync();
        var all = await bruno.ReadAsync(watermark: 0);
        using var stream = await OpenAsync(Stream("bruno", bruno.Conversation, "&watermark=1"));
        Assert.Equal(
            all.Skip(1).Select(activity => activity["id"]!.GetValue<string>()),
            (await NextAsync(stream)).Select(activity => activity!["id"]!.GetValue<string>()));
        await stream.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, Stop);
        Assert.Equal(WebSocketState.Closed, stream.State);
    }

    [Fact]
    public async Task Open_streams_do_not_hold_up_a_stop()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        using var stream = await OpenAsync(
            $"{desk.Address}v3/directline/conversations/direct-amina/stream?t={desk.Services.GetRequiredService<DirectLineTokens>().CreateForStream(new DirectLineCaller("amina", "direct-amina"))}");
        await desk.RestartAsync().WaitAsync(TimeSpan.FromSeconds(20), Stop); // the host itself gives up waiting after 30
    }

    [Theory]
    [InlineData("")]
    [InlineData("made.it.up")]
    [InlineData("api token")]
    public async Task Without_a_streams_token_there_is_no_stream(string token)
    {
        var presented = token == "api token" ? Tokens.Create(new DirectLineCaller("amina", "direct-amina")) : token;
        await AssertNoStreamAsync($"{Conversations}direct-amina/stream?t={presented}", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_streams_token_opens_no_other_conversation_and_no_other_watermark_than_a_number()
    {
        var token = Tokens.CreateForStream(new DirectLineCaller("amina", "direct-amina"));
        await AssertNoStreamAsync($"{Conversations}direct-bruno/stream?t={token}", HttpStatusCode.BadRequest);
        await AssertNoStreamAsync($"{Conversations}direct-amina/stream?watermark=x&t={token}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_stream_is_no_page()
    {
        using var nobody = new DirectLineCalls(Desk, token: null, "direct-amina");
        using var forbidden = await nobody.SendAsync("GET", nobody.Path("stream"));
        await DirectLineCalls.AssertRefusedAsync(forbidden, 403, "BadStream");
        var token = Tokens.CreateForStream(new DirectLineCaller("amina", "direct-amina"));
        using var plain = await nobody.SendAsync("GET", nobody.Path($"stream?t={token}"));
        await DirectLineCalls.AssertRefusedAsync(plain, 400, "BadStream");
    }

    private string Stream(string user, string conversation, string more) =>
        $"{Conversations}{conversation}/stream?t={Tokens.CreateForStream(new DirectLineCaller(user, conversation))}{more}";

    private async Task<ClientWebSocket> OpenAsync(string path)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await socket.ConnectAsync(new UriBuilder(new Uri(Desk.Address, path)) { Scheme = "ws" }.Uri, Stop);
        return socket;
    }

    private async Task AssertNoStreamAsync(string path, HttpStatusCode status)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(
            () => socket.ConnectAsync(new UriBuilder(new Uri(Desk.Address, path)) { Scheme = "ws" }.Uri, Stop));
        Assert.Equal(status, socket.HttpStatusCode);
    }

    // The next set of activities; a sign of life in between would mean that it came by the regular look, not at once.
    private static async Task<JsonArray> NextAsync(ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, Stop);
            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                Assert.NotEqual(0, message.Length);
                return JsonSerializer.Deserialize<JsonObject>(message.ToArray())!["activities"]!.AsArray();
            }
        }
    }
}
