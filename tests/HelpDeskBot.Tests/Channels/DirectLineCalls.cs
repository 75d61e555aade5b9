using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels;

/// <summary>Calls the Direct Line routes as somebody with a token.</summary>
internal sealed class DirectLineCalls : IDisposable
{
    public const string Base = "/v3/directline";

    public DirectLineCalls(TestDesk desk, string? token, string conversation)
    {
        (Token, Conversation) = (token ?? "", conversation);
        Http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = desk.Address };
        if (token is not null)
        {
            Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }
    }

    public string Token { get; }

    public string Conversation { get; }

    public HttpClient Http { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DirectLineCalls> GenerateAsync(TestDesk desk, string user, string? room = null)
    {
        using var response = await desk.Http.PostAsJsonAsync(Base + "/tokens/generate", new { user = new { id = user }, conversationId = room }, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var granted = await response.Content.ReadFromJsonAsync<JsonObject>(Stop);
        return new DirectLineCalls(desk, granted!["token"]!.GetValue<string>(), granted["conversationId"]!.GetValue<string>());
    }

    public string Path(string rest) => $"{Base}/conversations/{Conversation}/{rest}";

    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        var body = new { type = "message", text, channelData = new { clientActivityID = clientId } };
        using var response = await Http.PostAsJsonAsync(Path("activities"), body, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!["id"]!.GetValue<string>();
    }

    /// <summary>What happened after a watermark; without one, what is shown now.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReadAsync(long? watermark)
    {
        var set = await Http.GetFromJsonAsync<JsonObject>(Path($"activities?watermark={watermark}"), Stop);
        return [.. set!["activities"]!.AsArray().Select(activity => activity!)];
    }

    /// <summary>Sends exactly this body.</summary>
    public Task<HttpResponseMessage> SendAsync(string method, string path, string? body = null, string contentType = "application/json") =>
        SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), contentType);

    public Task<HttpResponseMessage> SendAsync(string method, string path, byte[]? body, string contentType)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = contentType.Length == 0 ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        return Http.SendAsync(request, Stop);
    }

    /// <summary>The response is a refusal in the protocol's shape, with this status and code.</summary>
    public static async Task AssertRefusedAsync(HttpResponseMessage response, int status, string? code = null)
    {
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        using var body = JsonDocument.Parse(text);
        var error = body.RootElement.GetProperty("error");
        Assert.Equal(code ?? error.GetProperty("code").GetString(), error.GetProperty("code").GetString());
        Assert.NotEqual("", error.GetProperty("message").GetString());
    }

    public void Dispose() => Http.Dispose();
}

/// <summary>One desk for all tests of a class that only call it.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    internal TestDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await TestDesk.StartAsync(Database.Sqlite);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
