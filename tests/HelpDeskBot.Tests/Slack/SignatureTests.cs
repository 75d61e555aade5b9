using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Slack.Http;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.Slack;

/// <summary>Nothing gets in that Slack did not sign just now, for this app and workspace.</summary>
public class SignatureTests
{
    private const string Path = "slack/events";

    private static readonly Dictionary<string, Action<HttpRequestMessage, Signed>> BadRequests = new(StringComparer.Ordinal)
    {
        ["no signature"] = (request, _) => request.Headers.Remove(SlackSignature.Header),
        ["no time"] = (request, _) => request.Headers.Remove(SlackSignature.TimeHeader),
        ["neither"] = (request, _) => request.Headers.Clear(),
        ["an empty signature"] = (request, _) => Sign(request, ""),
        ["only the version"] = (request, _) => Sign(request, "v0="),
        ["another version"] = (request, signed) => Sign(request, "v1=" + signed.Good[3..]),
        ["no version"] = (request, signed) => Sign(request, signed.Good[3..]),
        ["a shorter signature"] = (request, signed) => Sign(request, signed.Good[..^1]),
        ["half a signature"] = (request, signed) => Sign(request, signed.Good[..35]),
        ["a longer signature"] = (request, signed) => Sign(request, signed.Good + "0"),
        ["another last letter"] = (request, signed) => Sign(request, signed.Good[..^1] + (signed.Good[^1] == '0' ? '1' : '0')),
        ["capital letters"] = (request, signed) => Sign(request, signed.Good.ToUpperInvariant()),
        ["a megabyte"] = (request, _) => Sign(request, "v0=" + new string('0', 20_000)),
        ["another secret"] = (request, signed) => Sign(request, SlackSignature.Of("another secret", signed.Time, signed.Body)),
        ["no secret"] = (request, signed) => Sign(request, SlackSignature.Of("", signed.Time, signed.Body)),
        ["of an empty body"] = (request, signed) => Sign(request, SlackSignature.Of(FakeSlack.Secret, signed.Time, [])),
        ["of another body"] = (request, signed) => Sign(request, SlackSignature.Of(FakeSlack.Secret, signed.Time, [.. signed.Body, (byte)' '])),
        ["of another time"] = (request, signed) => Sign(request, SlackSignature.Of(FakeSlack.Secret, signed.At(-1), signed.Body)),
        ["301 seconds old"] = (request, signed) => SignAt(request, signed, signed.At(-301)),
        ["301 seconds ahead"] = (request, signed) => SignAt(request, signed, signed.At(301)),
        ["a day old"] = (request, signed) => SignAt(request, signed, signed.At(-86_400)),
        ["of 1970"] = (request, signed) => SignAt(request, signed, "0"),
        ["before 1970"] = (request, signed) => SignAt(request, signed, "-1"),
        ["a time with a plus"] = (request, signed) => SignAt(request, signed, "+" + signed.Time),
        ["a time with a blank"] = (request, signed) => SignAt(request, signed, " " + signed.Time),
        ["a time with decimals"] = (request, signed) => SignAt(request, signed, signed.Time + ".0"),
        ["a time that is none"] = (request, signed) => SignAt(request, signed, "now"),
        ["a time beyond all times"] = (request, signed) => SignAt(request, signed, "999999999999"),
        ["two signatures, the first good"] = (request, signed) => Add(request, SlackSignature.Header, signed.Good, "v0=" + new string('0', 64)),
        ["two signatures, the last good"] = (request, signed) => Add(request, SlackSignature.Header, "v0=" + new string('0', 64), signed.Good),
        ["the same signature twice"] = (request, signed) => Add(request, SlackSignature.Header, signed.Good, signed.Good),
        ["the same time twice"] = (request, signed) => Add(request, SlackSignature.TimeHeader, signed.Time, signed.Time),
        ["two times"] = (request, signed) => Add(request, SlackSignature.TimeHeader, signed.Time, signed.At(-1)),
    };

    public static TheoryData<string> Bad => [.. BadRequests.Keys];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_signature_opens_nothing(string what)
    {
        await using var app = await SlackApp.StartAsync();
        foreach (var (path, body, type) in Bodies())
        {
            using var response = await app.Slack.Deliveries.PostAsync(path, body, type, request => BadRequests[what](request, new Signed(app, body)));
            await AssertRefusedAsync(response, 401);
        }

        Assert.Equal(0, app.Backend.Calls);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-299)]
    [InlineData(-300)]
    [InlineData(299)]
    [InlineData(300)]
    public async Task A_signature_is_good_for_five_minutes(int seconds)
    {
        await using var app = await SlackApp.StartAsync();
        var body = EventBody();
        using var response = await app.Slack.Deliveries.PostAsync(Path, body, "application/json", request => SignAt(request, new Signed(app, body), new Signed(app, body).At(seconds)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(app.Backend.Effects);
    }

    [Fact]
    public async Task An_altered_body_opens_nothing()
    {
        await using var app = await SlackApp.StartAsync();
        foreach (var (path, body, type) in Bodies())
        {
            for (var at = 0; at < body.Length; at += 7)
            {
                var altered = body[..at] + (body[at] == 'x' ? 'y' : 'x') + body[(at + 1)..];
                using var response = await app.Slack.Deliveries.PostAsync(path, altered, type, request => Sign(request, new Signed(app, body).Good));
                await AssertRefusedAsync(response, 401);
            }
        }

        Assert.Equal(0, app.Backend.Calls);
    }

    [Fact]
    public async Task A_challenge_is_answered_only_if_it_is_signed()
    {
        await using var app = await SlackApp.StartAsync();
        const string Challenge = """{"type":"url_verification","token":"x","challenge":"say this"}""";
        using var signed = await app.Slack.Deliveries.PostAsync(Path, Challenge, "application/json");
        Assert.Equal("say this", await signed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var unsigned = await app.Slack.Deliveries.PostAsync(Path, Challenge, "application/json", request => request.Headers.Clear());
        await AssertRefusedAsync(unsigned, 401);
    }

    [Theory]
    [InlineData("team_id", "T2")]
    [InlineData("team_id", "t1")]
    [InlineData("team_id", "")]
    [InlineData("team_id", null)]
    [InlineData("api_app_id", "A2")]
    [InlineData("api_app_id", "a1")]
    [InlineData("api_app_id", null)]
    public async Task Another_workspace_or_app_gets_nothing(string name, string? value)
    {
        await using var app = await SlackApp.StartAsync();
        foreach (var (path, json) in new[] { (Path, EventBody()), ("slack/interactivity", PressBody()), ("slack/commands", CommandBody()) })
        {
            var payload = (JsonObject)JsonNode.Parse(json)!;
            if (name == "team_id" && payload.ContainsKey("team"))
            {
                payload["team"]!["id"] = value;
                payload["user"]!["team_id"] = value;
            }
            else
            {
                payload[name] = value;
            }

            var (body, type) = Encoded(path, payload);
            using var response = await app.Slack.Deliveries.PostAsync(path, body, type);
            await AssertRefusedAsync(response, 403);
        }

        Assert.Equal(0, app.Backend.Calls);
    }

    [Fact]
    public async Task What_is_replayed_has_no_effect_and_the_same_answer()
    {
        await using var app = await SlackApp.StartAsync();
        foreach (var (path, body, type) in Bodies())
        {
            var effects = app.Backend.Effects.Count;
            var answers = new List<string>();
            for (var times = 0; times < 3; times++)
            {
                using var response = await app.Slack.Deliveries.PostAsync(path, body, type);
                answers.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }

            Assert.Equal(effects + 1, app.Backend.Effects.Count);
            Assert.Single(answers.Distinct());
        }
    }

    [Fact]
    public void The_table_is_as_long_as_it_should_be() => Assert.True(BadRequests.Count >= 30);

    /// <summary>Computed with Python's hmac.</summary>
    [Fact]
    public void The_signature_is_the_one_that_others_compute() => Assert.Equal(
        "v0=b4ca784dfd4af0cc9d61f1f4563fd09e073c0793f68e0be99bc49b5a82c10448",
        SlackSignature.Of("a sécret", "1700000000", Encoding.UTF8.GetBytes("{\"text\":\"grüße\"}")));

    [Theory]
    [InlineData(SlackSignature.Header)]
    [InlineData(SlackSignature.TimeHeader)]
    public async Task A_header_that_is_there_twice_opens_nothing(string twice)
    {
        await using var app = await SlackApp.StartAsync();
        var signed = new Signed(app, EventBody());
        var lines = new List<string> { $"{SlackSignature.Header}: {signed.Good}", $"{SlackSignature.TimeHeader}: {signed.Time}" };
        Assert.StartsWith("HTTP/1.1 200", await RawAsync(app, lines, signed.Body), StringComparison.Ordinal);
        lines.Add(lines.Single(line => line.StartsWith(twice, StringComparison.Ordinal)));
        Assert.StartsWith("HTTP/1.1 401", await RawAsync(app, lines, signed.Body), StringComparison.Ordinal);
    }

    private static async Task<string> RawAsync(SlackApp app, IEnumerable<string> headers, byte[] body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Slack.Deliveries.Target!.Host, app.Slack.Deliveries.Target.Port, TestContext.Current.CancellationToken);
        var head = $"POST /{Path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(line => line + "\r\n"))}\r\n";
        await client.GetStream().WriteAsync((byte[])[.. Encoding.UTF8.GetBytes(head), .. body], TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<(string Path, string Body, string Type)> Bodies() =>
        new[] { (Path, EventBody()), ("slack/interactivity", PressBody()), ("slack/interactivity", SubmissionBody()), ("slack/commands", CommandBody()) }.Select(pair =>
        {
            var (body, type) = Encoded(pair.Item1, (JsonObject)JsonNode.Parse(pair.Item2)!);
            return (pair.Item1, body, type);
        });

    private static (string Body, string Type) Encoded(string path, JsonObject payload) => path switch
    {
        Path => (payload.ToJsonString(), "application/json"),
        "slack/commands" => (string.Join('&', payload.Where(field => field.Value is not null).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value!.ToString())}")), "application/x-www-form-urlencoded"),
        _ => ("payload=" + Uri.EscapeDataString(payload.ToJsonString()), "application/x-www-form-urlencoded"),
    };

    private static string EventBody() =>
        """{"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev1","event_time":1,"event":{"type":"message","channel":"D1","user":"U1","text":"hello","ts":"1.000001"}}""";

    private static string PressBody() =>
        """{"type":"block_actions","api_app_id":"A1","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"trigger_id":"1.press","actions":[{"action_id":"v 0","value":"{}"}]}""";

    private static string SubmissionBody() =>
        """{"type":"view_submission","api_app_id":"A1","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"trigger_id":"1.submit","view":{"id":"V1"}}""";

    private static string CommandBody() => """{"command":"/helpdesk","text":"","team_id":"T1","api_app_id":"A1","user_id":"U1","trigger_id":"1.command"}""";

    private static async Task AssertRefusedAsync(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static void SignAt(HttpRequestMessage request, Signed signed, string time)
    {
        Add(request, SlackSignature.TimeHeader, time);
        Sign(request, SlackSignature.Of(FakeSlack.Secret, time, signed.Body));
    }

    private static void Sign(HttpRequestMessage request, string signature) => Add(request, SlackSignature.Header, signature);

    private static void Add(HttpRequestMessage request, string name, params string[] values)
    {
        request.Headers.Remove(name);
        foreach (var value in values)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }
    }

    /// <summary>What a request is signed with.</summary>
    private sealed class Signed(SlackApp app, string body)
    {
        public byte[] Body { get; } = Encoding.UTF8.GetBytes(body);

        public string Time => At(0);

        public string Good => SlackSignature.Of(FakeSlack.Secret, Time, Body);

        public string At(int seconds) => (app.Time.GetUtcNow().ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);
    }
}
