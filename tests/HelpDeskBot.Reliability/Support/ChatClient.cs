using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Reliability.Support;

/// <summary>What a press was answered.</summary>
internal sealed record PressAnswer(int Status, JsonNode? Value)
{
    public bool IsDone => Status == 200 && Again is null;

    /// <summary>The verb whose form came back with the words in it, since the act was refused; null if none did.</summary>
    public string? Again { get; init; }

    /// <summary>The form that opened or came back, as something with a button.</summary>
    public ShownMessage Form(string message) => new(new JsonObject
    {
        ["id"] = message,
        ["attachments"] = new JsonArray(new JsonObject { ["content"] = Value!.DeepClone() }),
    });

    public bool IsCard => Value is JsonObject && IsDone;

    /// <summary>Reads an answer to a press of <paramref name="verb"/>.</summary>
    public static PressAnswer Of(JsonObject response, string verb)
    {
        var answer = new PressAnswer(response["statusCode"]!.GetValue<int>(), response["value"]);
        return answer.IsCard && answer.Form("").Button(verb) is not null ? answer with { Again = verb } : answer;
    }
}

/// <summary>
/// One open page: says things, presses buttons and reads. When the connection breaks it waits and sends the very same again, as the web page
/// does; what is acknowledged goes to the ledger before anything else.
/// </summary>
internal sealed class ChatClient(
    Uri address, string account, string? room, Ledger ledger, Troubles troubles, CancellationToken stop, HttpMessageHandler? connections = null) : IDisposable
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(connections ?? new SocketsHttpHandler(), disposeHandler: connections is null)
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(15),
    };

    private readonly Dictionary<string, ShownMessage> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private string _conversation = "";
    private string _watermark = "0";
    private int _said;

    public string Account => account;

    /// <summary>The name of the conversation.</summary>
    public string Conversation => _conversation;

    /// <summary>Everything that happened in the conversation, as it was read, in order.</summary>
    public List<string> Events { get; } = [];

    /// <summary>Messages as they were when they first appeared, in order.</summary>
    public List<ShownMessage> Originals { get; } = [];

    /// <summary>A message as it is shown now.</summary>
    public ShownMessage Now(string id) => _shown[id];

    public async Task ConnectAsync()
    {
        var asked = new JsonObject { ["user"] = new JsonObject { ["id"] = account }, ["conversationId"] = room };
        var (granted, _) = await SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", asked);
        _conversation = granted["conversationId"]!.GetValue<string>();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", granted["token"]!.GetValue<string>());
    }

    /// <summary>Where everything that has happened and will happen in the conversation can be read as it happens.</summary>
    public async Task<Uri> StreamAsync() =>
        new((await SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{_conversation}?watermark=0", body: null)).Body["streamUrl"]!.GetValue<string>());

    /// <summary>Says something, in a thread or quoting a message if given; returns the message's id.</summary>
    public async Task<string> SayAsync(string what, string text, string? ticket = null, string? thread = null, string? quoting = null)
    {
        var key = $"{account}-{++_said}";
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["channelData"] = new JsonObject { ["clientActivityID"] = key },
            ["replyToId"] = quoting,
        };
        if (thread is not null)
        {
            activity["conversation"] = new JsonObject { ["id"] = $"{_conversation};messageid={thread}" };
        }

        var (taken, retries) = await SendAsync(HttpMethod.Post, Path("activities"), activity);
        var id = taken["id"]!.GetValue<string>();
        ledger.Write(new LedgerLine(account, what) { Key = key, Activity = id, Ticket = ticket, Text = text, Retries = retries });
        return id;
    }

    /// <summary>Presses a button; a form's inputs go with it.</summary>
    public async Task<PressAnswer> PressAsync(ShownMessage on, JsonObject button, LedgerLine? line = null, JsonObject? inputs = null)
    {
        var verb = button["verb"]!.GetValue<string>();
        var data = (JsonObject)button["data"]!.DeepClone();
        foreach (var (name, value) in inputs ?? [])
        {
            data[name] = value!.DeepClone();
        }

        var (response, retries) = await SendAsync(HttpMethod.Post, Path("activities"), new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = on.Id,
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() },
            },
        });
        var answer = PressAnswer.Of(response, verb);
        ledger.Write((line ?? new LedgerLine(account, verb)) with
        {
            What = verb,
            Key = (data["key"] ?? data["nonce"])?.ToString(),
            Ticket = line?.Ticket ?? TicketIn(answer) ?? data["ticket"]?.ToString(),
            Refusal = answer.IsDone ? null : answer.Again ?? answer.Value?["code"]?.ToString() ?? $"{answer.Status}",
            Retries = retries,
        });
        return answer;
    }

    /// <summary>Reads what happened since the last time; false if the connection broke meanwhile.</summary>
    public async Task<bool> ReadAsync()
    {
        var isConnected = true;
        int count;
        do
        {
            var (set, retries) = await SendAsync(HttpMethod.Get, Path($"activities?watermark={_watermark}"), body: null);
            isConnected &= retries == 0;
            _watermark = set["watermark"]!.GetValue<string>();
            var activities = set["activities"]!.AsArray();
            foreach (var activity in activities)
            {
                Take((JsonObject)activity!.DeepClone());
            }

            count = activities.Count;
        }
        while (count > 0);
        return isConnected;
    }

    /// <summary>Waits for the bot's next message of which this is true, and takes it: it answers one thing only.</summary>
    public async Task<ShownMessage> AnswerAsync(Func<ShownMessage, bool> isIt, string to)
    {
        var waited = TimeSpan.Zero;
        while (waited < AnswerLimit)
        {
            var started = Stopwatch.GetTimestamp();
            var isConnected = await ReadAsync();
            if (Originals.Find(message => message.IsFromBot && !_taken.Contains(message.Id) && isIt(message)) is { } found)
            {
                _taken.Add(found.Id);
                ledger.Write(new LedgerLine(account, Said.Answer) { Activity = found.Id, Key = found.Answers ?? found.Text });
                return found;
            }

            await RealTime.PauseAsync(25, stop);
            waited += isConnected ? Stopwatch.GetElapsedTime(started) : TimeSpan.Zero; // a dead program cannot answer
        }

        throw new TimeoutException($"{account} got no answer within {AnswerLimit.TotalSeconds} s to {to}");
    }

    /// <summary>Asks for a ticket by its number; returns the fresh card.</summary>
    public async Task<ShownMessage> AskForAsync(string ticket)
    {
        await ReadAsync();
        var known = Originals.ToHashSet();
        await SayAsync(Said.Answer, ticket);
        return await AnswerAsync(message => message.Ticket == ticket && !known.Contains(message), ticket);
    }

    /// <summary>Keeps something that was told.</summary>
    public void Note(LedgerLine line) => ledger.Write(line);

    public void Dispose() => _http.Dispose();

    private static string? TicketIn(PressAnswer answer)
    {
        var text = answer.Value?.ToJsonString() ?? "";
        var at = text.IndexOf("Filed as HD-", StringComparison.Ordinal);
        return at < 0 ? null : "HD-" + string.Concat(text[(at + 12)..].TakeWhile(char.IsAsciiDigit));
    }

    private string Path(string rest) => $"/v3/directline/conversations/{_conversation}/{rest}";

    private void Take(JsonObject activity)
    {
        var message = new ShownMessage(activity);
        Events.Add(activity.ToJsonString());
        if (!_shown.ContainsKey(message.Id))
        {
            Originals.Add(message);
        }

        _shown[message.Id] = message;
    }

    private async Task<(JsonObject Body, int Retries)> SendAsync(HttpMethod method, string path, JsonObject? body)
    {
        for (var retries = 0; ; retries++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, path);
                request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
                using var response = await _http.SendAsync(request, stop);
                var text = await response.Content.ReadAsStringAsync(stop);
                if (response.IsSuccessStatusCode)
                {
                    return ((JsonObject)JsonNode.Parse(text)!, retries);
                }

                troubles.Add($"{account}: {method} {path} was answered {(int)response.StatusCode} {text}");
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is TaskCanceledException && !stop.IsCancellationRequested))
            {
                // The program is gone; it comes back.
            }

            await RealTime.PauseAsync(50, stop);
        }
    }
}
