using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using HelpDeskBot.Reliability.Support;
using Microsoft.AspNetCore.Http;

namespace HelpDeskBot.Reliability.SlackSpeed;

/// <summary>A button that somebody can press, and the message it stands on.</summary>
internal sealed record SinkButton(string Ts, string ActionId, string Value);

/// <summary>Takes the Web API's calls, at once, and remembers what was posted.</summary>
internal sealed class SlackSink : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentStack<SinkButton>> _buttons = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _keys = [];
    private LoopbackServer _server = null!;
    private long _ids;

    public Uri Address => _server.Address;

    /// <summary>The keys of everything posted so far.</summary>
    public IReadOnlyList<string> Posted => [.. _keys];

    public static async Task<SlackSink> StartAsync(CancellationToken stop)
    {
        var sink = new SlackSink();
        sink._server = await LoopbackServer.StartAsync(sink.HandleAsync, stop);
        return sink;
    }

    /// <summary>The newest button in a conversation that nobody has pressed yet; null if there is none.</summary>
    public SinkButton? TakeButton(string conversation) =>
        _buttons.TryGetValue(conversation, out var waiting) && waiting.TryPop(out var button) ? button : null;

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var method = context.Request.Path.Value!.Split('/')[^1];
        JsonObject answer = method switch
        {
            "auth.test" => new() { ["team_id"] = SlackLoad.Team, ["user_id"] = "UBOT", ["bot_id"] = "BBOT" },
            "users.info" => new() { ["user"] = UserOf(form["user"].ToString()) },
            "conversations.open" => new() { ["channel"] = new JsonObject { ["id"] = SlackLoad.DirectOf(form["users"].ToString()), ["is_im"] = true } },
            "conversations.history" or "conversations.replies" => new() { ["messages"] = new JsonArray(), ["has_more"] = false },
            "chat.postMessage" => Post(form),
            "chat.update" => new() { ["channel"] = form["channel"].ToString(), ["ts"] = form["ts"].ToString() },
            "views.open" or "views.update" or "views.publish" => new() { ["view"] = new JsonObject { ["id"] = "V1", ["hash"] = "1" } },
            _ => [],
        };
        answer["ok"] = true;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }

    private JsonObject Post(IFormCollection form)
    {
        var (channel, ts) = (form["channel"].ToString(), string.Create(CultureInfo.InvariantCulture, $"1795000000.{Interlocked.Increment(ref _ids):000000}"));
        if (form["metadata"] is [{ Length: > 0 } metadata])
        {
            _keys.Enqueue(JsonNode.Parse(metadata)!["event_payload"]!["key"]!.ToString());
        }

        var buttons = ButtonsOf(form["blocks"] is [{ Length: > 0 } blocks] ? JsonNode.Parse(blocks) : null);
        foreach (var button in buttons.Where(button => button["url"] is null))
        {
            _buttons.GetOrAdd(channel, _ => new()).Push(new SinkButton(ts, button["action_id"]!.ToString(), button["value"]?.ToString() ?? ""));
        }

        return new JsonObject { ["channel"] = channel, ["ts"] = ts };
    }

    private static IEnumerable<JsonObject> ButtonsOf(JsonNode? node) => node switch
    {
        JsonObject item when item["type"]?.ToString() == "button" => [item],
        JsonObject item => item.SelectMany(pair => ButtonsOf(pair.Value)),
        JsonArray items => items.SelectMany(ButtonsOf),
        _ => [],
    };

    private static JsonObject UserOf(string id) => new()
    {
        ["id"] = id,
        ["team_id"] = SlackLoad.Team,
        ["real_name"] = $"Person {id}",
        ["locale"] = "en-US",
        ["tz"] = "Europe/Berlin",
        ["profile"] = new JsonObject { ["real_name"] = $"Person {id}", ["email"] = $"{id}@example.com" },
    };
}
