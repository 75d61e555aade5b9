using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support;

/// <summary>A person at the web chat: says things, reads what is shown, presses buttons and fills in forms.</summary>
internal sealed class TestPerson(TestDesk desk, string id, string? conversation) : IDisposable
{
    private readonly Dictionary<string, ShownMessage> _shown = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private HttpClient? _http;
    private string _conversation = "";
    private string? _watermark;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What is shown now, oldest first.</summary>
    public IReadOnlyList<ShownMessage> Shown => [.. _order.Where(_shown.ContainsKey).Select(activity => _shown[activity])];

    /// <summary>The last thing the bot shows.</summary>
    public ShownMessage Last => Shown.Last(message => message.IsFromBot);

    public HttpClient Http => _http!;

    /// <summary>The language of their browser.</summary>
    public string? Locale { get; init; }

    /// <summary>Says something and reads what is shown afterwards.</summary>
    public async Task<TestPerson> SaysAsync(string text, string? thread = null, string? quoting = null, string? clientId = null)
    {
        await ConnectAsync();
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["channelData"] = new JsonObject { ["clientActivityID"] = clientId ?? Guid.NewGuid().ToString() },
        };
        if (Locale is not null)
        {
            activity["locale"] = Locale;
        }

        if (thread is not null)
        {
            activity["conversation"] = new JsonObject { ["id"] = $"{_conversation};messageid={thread}" };
        }

        if (quoting is not null)
        {
            activity["replyToId"] = quoting;
        }

        var response = await _http!.PostAsJsonAsync(Path("activities"), activity, Stop);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Stop));
        return await ReadAsync();
    }

    /// <summary>Writes an earlier message of theirs differently; returns what that was answered.</summary>
    public Task<HttpResponseMessage> EditsAsync(string before, string after, string? clientId = null) =>
        CorrectsAsync(MineSaying(before), new JsonObject { ["type"] = "messageUpdate", ["text"] = after }, clientId);

    /// <summary>Takes an earlier message of theirs back.</summary>
    public Task<HttpResponseMessage> DeletesAsync(string text) => CorrectsAsync(MineSaying(text), new JsonObject { ["type"] = "messageDelete" });

    /// <summary>Sends an edit or a removal of any message.</summary>
    public async Task<HttpResponseMessage> CorrectsAsync(string message, JsonObject activity, string? clientId = null)
    {
        await ConnectAsync();
        activity["id"] = message;
        activity["channelData"] = new JsonObject { ["clientActivityID"] = clientId ?? Guid.NewGuid().ToString() };
        var response = await _http!.PostAsJsonAsync(Path("activities"), activity, Stop);
        await ReadAsync();
        return response;
    }

    private string MineSaying(string text) =>
        Shown.Last(message => !message.IsFromBot && message.Text.Contains(text, StringComparison.Ordinal)).Id;

    /// <summary>Sends a file, with words or without.</summary>
    public Task<HttpResponseMessage> SendsFileAsync(string name, byte[] content, string? text = null) => SendsFilesAsync([(name, content)], text);

    /// <summary>Sends several files in one message.</summary>
    public async Task<HttpResponseMessage> SendsFilesAsync(IEnumerable<(string Name, byte[] Content)> files, string? text = null)
    {
        await ConnectAsync();
        using var form = new MultipartFormDataContent();
        if (text is not null)
        {
            var activity = new StringContent(new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString());
            activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
            form.Add(activity, "activity");
        }

        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "file", name);
        }

        var response = await _http!.PostAsync(Path("upload"), form, Stop);
        await ReadAsync();
        return response;
    }

    /// <summary>Presses the button of the newest message that has it; returns what the press was answered.</summary>
    public async Task<Answer> PressesAsync(string title, string? on = null)
    {
        await ReadAsync();
        var message = Shown.LastOrDefault(message => message.Buttons.ContainsKey(title) && (on is null || message.Text.Contains(on, StringComparison.Ordinal)));
        Assert.True(message is not null, $"No button {title}{(on is null ? "" : " on " + on)}. Shown:\n{Describe()}");
        return await PressAsync(message.Id, message.Buttons[title]);
    }

    /// <summary>Fills in the inputs of a card and presses its button.</summary>
    public async Task<Answer> FillsInAsync(string title, JsonObject inputs)
    {
        await ReadAsync();
        var message = Shown.Last(message => message.Buttons.ContainsKey(title));
        return await PressAsync(message.Id, message.Buttons[title], inputs);
    }

    /// <summary>Sends exactly this press.</summary>
    public async Task<Answer> PressAsync(string message, JsonObject action, JsonObject? inputs = null)
    {
        await ConnectAsync();
        var response = await SendPressAsync(message, action, inputs);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Stop));
        var answer = new Answer(this, message, (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!);
        await ReadAsync();
        return answer;
    }

    public Task<HttpResponseMessage> SendPressAsync(string message, JsonObject action, JsonObject? inputs = null)
    {
        var data = (JsonObject)action["data"]!.DeepClone();
        foreach (var (name, value) in inputs ?? [])
        {
            data[name] = value!.DeepClone();
        }

        return _http!.PostAsJsonAsync(
            Path("activities"),
            new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["replyToId"] = message,
                ["value"] = new JsonObject
                {
                    ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]!.DeepClone(), ["data"] = data },
                },
            },
            Stop);
    }

    /// <summary>Reads what is shown now.</summary>
    public async Task<TestPerson> ReadAsync()
    {
        await ConnectAsync();
        await desk.SettleAsync();
        var set = await _http!.GetFromJsonAsync<JsonObject>(Path($"activities?watermark={_watermark}"), Stop);
        _watermark = set!["watermark"]!.GetValue<string>();
        foreach (var activity in set["activities"]!.AsArray())
        {
            Take((JsonObject)activity!);
        }

        return this;
    }

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        await ConnectAsync();
        return await _http!.GetAsync(path, Stop);
    }

    public async Task ConnectAsync()
    {
        if (_http is not null)
        {
            return;
        }

        var response = await desk.Http.PostAsJsonAsync(
            "/v3/directline/tokens/generate", new { user = new { id }, conversationId = conversation }, Stop);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Stop));
        var granted = await response.Content.ReadFromJsonAsync<JsonObject>(Stop);
        _conversation = granted!["conversationId"]!.GetValue<string>();
        _http = new HttpClient { BaseAddress = desk.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", granted["token"]!.GetValue<string>());
    }

    public string Describe() => string.Join("\n", Shown.Select(message => $"- {(message.IsFromBot ? "bot" : "me")}: {Short(message.Text.ReplaceLineEndings(" / "))}"));

    public void Dispose() => _http?.Dispose();

    private static string Short(string text) => text.Length > 1000 ? text[..1000] + "…" : text;

    private string Path(string rest) => $"/v3/directline/conversations/{_conversation}/{rest}";

    private void Take(JsonObject activity)
    {
        var message = new ShownMessage(activity);
        if (message.Type == "messageDelete")
        {
            _shown.Remove(message.Id);
            return;
        }

        if (!_shown.ContainsKey(message.Id))
        {
            _order.Add(message.Id);
        }

        _shown[message.Id] = message;
    }
}
