using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.SlackSpeed;

/// <summary>
/// People who write to the bot, press its buttons, and of whom Slack delivers some things twice. A delivery lasts until it is acknowledged.
/// </summary>
internal sealed class SlackLoad(Uri program, SlackSink sink, int seed, CancellationToken stop) : IDisposable
{
    public const string Team = "T1";
    public const string App = "A1";
    public const string Secret = "a signing secret";

    private const int People = 80;
    private const int Pressing = 20; // of 100
    private const int Repeated = 5; // of 100

    private static readonly string[] Words =
        ["my vpn token is rejected", "qzx the tray is stuck", "the printer prints blank pages", "my tickets", "help", "how do I reset my password?", "report a problem", "qzx my chair squeaks"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
    private readonly Random _random = new(seed);
    private readonly ConcurrentQueue<string> _said = [];
    private JsonObject? _lastEvent;
    private long _ids;

    public Troubles Troubles { get; } = new();

    /// <summary>The keys under which everything said must have been taken, once.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    public static string DirectOf(string user) => "D" + user;

    /// <summary>Everybody writes once, so that they are known.</summary>
    public Task GreetAsync() => Parallel.ForEachAsync(Enumerable.Range(0, People), stop, async (person, _) => await DeliverAsync("slack/events", EventOf(person, "help").ToJsonString(), isRepeated: false));

    /// <summary>Keeps up a rate of deliveries for a time, and returns once all of them are answered.</summary>
    public Task<Latencies> RunAsync(int rate, TimeSpan time) => OpenLoad.RunAsync(rate, time, _random, TurnAsync, stop);

    public void Dispose() => _http.Dispose();

    private async Task<string> TurnAsync()
    {
        var (chance, person) = (_random.Next(100), _random.Next(People));
        if (chance < Pressing && sink.TakeButton(DirectOf(UserOf(person))) is { } button)
        {
            await DeliverAsync("slack/interactivity", "payload=" + Uri.EscapeDataString(PressOf(person, button).ToJsonString()), isRepeated: false);
            return "press";
        }

        if (chance >= 100 - Repeated && _lastEvent is { } again)
        {
            await DeliverAsync("slack/events", again.ToJsonString(), isRepeated: true);
            return "again";
        }

        await DeliverAsync("slack/events", (_lastEvent = EventOf(person, Words[_random.Next(Words.Length)])).ToJsonString(), isRepeated: false);
        return "message";
    }

    private async Task DeliverAsync(string path, string body, bool isRepeated)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(program, path));
        var (bytes, now) = (Encoding.UTF8.GetBytes(body), RealTime.UnixSeconds.ToString(CultureInfo.InvariantCulture));
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", body[0] == '{' ? "application/json" : "application/x-www-form-urlencoded");
        request.Headers.Add("X-Slack-Request-Timestamp", now);
        request.Headers.Add("X-Slack-Signature", SignatureOf(now, bytes));
        if (isRepeated)
        {
            request.Headers.Add("X-Slack-Retry-Num", "1");
            request.Headers.Add("X-Slack-Retry-Reason", "http_timeout");
        }

        using var response = await _http.SendAsync(request, stop);
        if (!response.IsSuccessStatusCode)
        {
            Troubles.Add($"{path}: {(int)response.StatusCode}");
        }
    }

    private JsonObject EventOf(int person, string text)
    {
        var (user, ts) = (UserOf(person), NextTs());
        _said.Enqueue($"{Team}/{DirectOf(user)}/{ts}");
        return new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = Team,
            ["api_app_id"] = App,
            ["event_id"] = $"Ev{ts}",
            ["event"] = new JsonObject
            {
                ["type"] = "message",
                ["channel"] = DirectOf(user),
                ["channel_type"] = "im",
                ["user"] = user,
                ["text"] = text,
                ["ts"] = ts,
                ["event_ts"] = ts,
            },
        };
    }

    private JsonObject PressOf(int person, SinkButton button)
    {
        var (user, direct) = (UserOf(person), DirectOf(UserOf(person)));
        return new JsonObject
        {
            ["type"] = "block_actions",
            ["api_app_id"] = App,
            ["team"] = new JsonObject { ["id"] = Team },
            ["user"] = new JsonObject { ["id"] = user, ["team_id"] = Team },
            ["trigger_id"] = $"trigger.{NextTs()}",
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = button.Ts, ["channel_id"] = direct, ["is_ephemeral"] = false },
            ["channel"] = new JsonObject { ["id"] = direct },
            ["message"] = new JsonObject { ["type"] = "message", ["ts"] = button.Ts, ["bot_id"] = "BBOT", ["text"] = "" },
            ["state"] = new JsonObject { ["values"] = new JsonObject() },
            ["response_url"] = new Uri(sink.Address, "response").ToString(),
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = button.ActionId, ["block_id"] = "b1", ["value"] = button.Value }),
        };
    }

    // Ids of messages are their times, and no two are the same.
    private string NextTs() => string.Create(CultureInfo.InvariantCulture, $"{RealTime.UnixSeconds}.{Interlocked.Increment(ref _ids):000000}");

    private static string UserOf(int person) => string.Create(CultureInfo.InvariantCulture, $"U{person:000}");

    private static string SignatureOf(string time, byte[] body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(Secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"v0:{time}:"));
        hmac.AppendData(body);
        return "v0=" + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
