using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>Delivers activities to a bot as Teams does.</summary>
internal static class Deliveries
{
    public static readonly HttpClient Http = new(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What Amina says.</summary>
    public static JsonObject Message() => JsonNode.Parse(
        $$"""
        {"type":"message","id":"1","timestamp":"2026-11-23T08:00:00.123Z","channelId":"msteams","serviceUrl":"{{FakeCloud.ServiceUrl}}","text":"my vpn is down",
         "from":{"id":"29:amina","name":"Amina","aadObjectId":"object-of-amina"},"recipient":{"id":"28:{{TestBot.AppId}}"},
         "conversation":{"id":"a:amina","conversationType":"personal","tenantId":"{{FakeConversations.Tenant}}"},
         "channelData":{"tenant":{"id":"{{FakeConversations.Tenant}}"} } }
        """)!.AsObject();

    /// <summary>What Amina says, with a member that is different, or absent where the value is null.</summary>
    /// <param name="path">Members, with dots between them.</param>
    public static JsonObject With(string path, JsonNode? value)
    {
        var message = Message();
        var members = path.Split('.');
        var owner = members[..^1].Aggregate((JsonNode)message, (node, member) => node[member]!);
        DeliveryForge.Changed(owner.AsObject(), members[^1], value);
        return message;
    }

    /// <param name="authorization">The whole header; null for none.</param>
    public static Task<HttpResponseMessage> PostAsync(TestBot bot, string? authorization, JsonNode activity) =>
        SendAsync(bot, "POST", authorization, Encoding.UTF8.GetBytes(activity.ToJsonString()));

    public static async Task<HttpResponseMessage> SendAsync(
        TestBot bot, string method, string? authorization, byte[]? body = null, string contentType = "application/json; charset=utf-8", string? host = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(bot.Http.BaseAddress!, "/api/messages"));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = contentType.Length == 0 ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        request.Headers.Host = host;
        return await Http.SendAsync(request, Stop);
    }

    /// <summary>It was answered so, and whoever sent it learns nothing else.</summary>
    public static async Task AssertRefusedAsync(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(Stop));
        Assert.DoesNotContain(response.Headers, header => header.Key is not ("Date" or "Server" or "Allow" or "Connection"));
    }
}
