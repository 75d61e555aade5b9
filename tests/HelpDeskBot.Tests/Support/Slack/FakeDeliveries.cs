using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Slack.Http;
using Microsoft.AspNetCore.Http;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>Whether a delivery was acknowledged, and with what.</summary>
internal sealed record Acknowledged(bool IsTaken, JsonObject? Answer, int Status = 0);

/// <summary>
/// Delivers to the app under test, signed over HTTP or over its sockets, with Slack's patience of three seconds and, for events, Slack's retries:
/// at once, after a minute, after five.
/// </summary>
internal sealed class FakeDeliveries(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan[] Retries = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly HttpClient _http = new();
    private readonly Lock _lock = new();
    private readonly List<FakeSocket> _sockets = [];
    private readonly HashSet<string> _tickets = new(StringComparer.Ordinal);
    private Random _random = new(0);
    private (double Dropped, double Twice, double Late) _shares;
    private TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;
    private int _inFlight;

    /// <summary>How many deliveries wait for their acknowledgement now.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Where the app listens; null delivers over its sockets.</summary>
    public Uri? Target { get; set; }

    /// <summary>What a new connection is told about how long it will live.</summary>
    public int ConnectionSeconds { get; set; } = 3600;

    /// <summary>The connections that are open, the oldest first.</summary>
    public IReadOnlyList<FakeSocket> Sockets
    {
        get
        {
            lock (_lock)
            {
                return [.. _sockets.Where(socket => socket.IsOpen)];
            }
        }
    }

    /// <summary>A share of the events is never delivered, delivered twice, or comes late and out of order.</summary>
    public void Often(int seed, double dropped, double twice, double late) => (_random, _shares) = (new Random(seed), (dropped, twice, late));

    /// <summary>Until so many connections have been opened since the fake began.</summary>
    public async Task<FakeSocket> WaitForSocketAsync(int number)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_sockets.Count >= number)
                {
                    return _sockets[number - 1];
                }

                more = _connected.Task;
            }

            await more.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
    }

    public JsonObject NewConnection(Uri address)
    {
        lock (_lock)
        {
            var ticket = $"ticket-{++_lastId}";
            _tickets.Add(ticket);
            return new JsonObject { ["ok"] = true, ["url"] = $"ws://{address.Authority}/socket?ticket={ticket}" };
        }
    }

    public async Task AcceptAsync(HttpContext context)
    {
        bool isKnown;
        lock (_lock)
        {
            isKnown = _tickets.Remove(context.Request.Query["ticket"].ToString());
        }

        if (!context.WebSockets.IsWebSocketRequest || !isKnown)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = new FakeSocket(socket);
        await connection.SendAsync(new JsonObject
        {
            ["type"] = "hello",
            ["num_connections"] = 1,
            ["debug_info"] = new JsonObject { ["approximate_connection_time"] = ConnectionSeconds },
        });
        lock (_lock)
        {
            _sockets.Add(connection);
            _connected.TrySetResult();
            _connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await connection.ReceiveAsync();
    }

    /// <summary>An event; ends when it is acknowledged, or Slack gives it up.</summary>
    public async Task<bool> EventAsync(JsonObject happened)
    {
        bool isDropped, isTwice;
        TimeSpan late;
        var payload = new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = FakeSlack.Team,
            ["api_app_id"] = FakeSlack.App,
            ["event_id"] = NewId("Ev"),
            ["event_time"] = time.GetUtcNow().ToUnixTimeSeconds(),
            ["event"] = happened,
        };
        lock (_lock)
        {
            if (Target is null && _sockets.Count == 0)
            {
                return false; // there is no app
            }

            (isDropped, isTwice) = (_random.NextDouble() < _shares.Dropped, _random.NextDouble() < _shares.Twice);
            late = _random.NextDouble() < _shares.Late ? _random.NextDouble() * Latest : TimeSpan.Zero;
        }

        if (isDropped)
        {
            return true;
        }

        if (late > TimeSpan.Zero)
        {
            await Task.Delay(late, time);
        }

        var deliveries = Enumerable.Range(0, isTwice ? 2 : 1).Select(_ => EventWithRetriesAsync((JsonObject)payload.DeepClone()));
        return (await Task.WhenAll(deliveries)).All(isTaken => isTaken);
    }

    /// <summary>An interaction or command: one attempt, since a person waits.</summary>
    public Task<Acknowledged> InteractAsync(string path, JsonObject payload) => TryAsync(path, payload, retry: 0, reason: null);

    /// <summary>One HTTP request exactly like this, signed unless headers say otherwise.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string body, string contentType, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Target!, path));
        var bytes = Encoding.UTF8.GetBytes(body);
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var now = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add(SlackSignature.TimeHeader, now);
        request.Headers.Add(SlackSignature.Header, SlackSignature.Of(FakeSlack.Secret, now, bytes));
        change?.Invoke(request);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var socket in Sockets)
        {
            socket.Dispose();
        }
    }

    private async Task<bool> EventWithRetriesAsync(JsonObject payload)
    {
        var attempt = await TryAsync("slack/events", payload, retry: 0, reason: null);
        for (var retry = 1; !attempt.IsTaken && retry <= Retries.Length; retry++)
        {
            await Task.Delay(Retries[retry - 1], time);
            attempt = await TryAsync("slack/events", payload, retry, attempt.Status == 0 ? "http_timeout" : "http_error");
        }

        return attempt.IsTaken;
    }

    private async Task<Acknowledged> TryAsync(string path, JsonObject payload, int retry, string? reason)
    {
        Interlocked.Increment(ref _inFlight);
        try
        {
            var sent = Target is null ? OverSocketAsync(path, payload, retry, reason) : OverHttpAsync(path, payload, retry, reason);
            return await sent.WaitAsync(Patience, time, TestContext.Current.CancellationToken);
        }
        catch (Exception failure) when (failure is TimeoutException or HttpRequestException or System.Net.WebSockets.WebSocketException)
        {
            return new Acknowledged(false, null);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task<Acknowledged> OverHttpAsync(string path, JsonObject payload, int retry, string? reason)
    {
        var (body, type) = path switch
        {
            "slack/events" => (payload.ToJsonString(), "application/json"),
            "slack/commands" => (Form(payload), "application/x-www-form-urlencoded"),
            _ => ("payload=" + Uri.EscapeDataString(payload.ToJsonString()), "application/x-www-form-urlencoded"),
        };
        using var response = await PostAsync(path, body, type, request =>
        {
            if (retry > 0)
            {
                request.Headers.Add("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture));
                request.Headers.Add("X-Slack-Retry-Reason", reason);
            }
        });
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Acknowledged(
            response.StatusCode == HttpStatusCode.OK, response.StatusCode == HttpStatusCode.OK && answer.Length > 0 ? JsonNode.Parse(answer) as JsonObject : null, (int)response.StatusCode);
    }

    private static string Form(JsonObject payload) =>
        string.Join('&', payload.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value!.ToString())}"));

    private async Task<Acknowledged> OverSocketAsync(string path, JsonObject payload, int retry, string? reason)
    {
        var type = path switch { "slack/events" => "events_api", "slack/commands" => "slash_commands", _ => "interactive" };
        if (Sockets is not [.., var newest])
        {
            return new Acknowledged(false, null);
        }

        var answer = await newest.DeliverAsync(new JsonObject
        {
            ["envelope_id"] = NewId("envelope."),
            ["type"] = type,
            ["accepts_response_payload"] = type != "events_api",
            ["retry_attempt"] = retry,
            ["retry_reason"] = reason ?? "",
            ["payload"] = payload.DeepClone(),
        });
        return new Acknowledged(true, answer);
    }

    private string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref _lastId):000}");
}
