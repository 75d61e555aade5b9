using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.TeamsSpeed;

/// <summary>What a round came to.</summary>
internal sealed record RoundResult(int Turns, TimeSpan Took, Latencies Latencies, int Errors)
{
    public double Rate => Turns / Took.TotalSeconds;
}

/// <summary>
/// People who each ask one question a round, so many at a time; a turn lasts from the delivery to the answer at the connector. Everybody is of a tenant
/// of their own, since a bot is held to 30 calls a second in one.
/// </summary>
internal sealed class QuestionLoad(ConnectorSink sink, int people, int atOnce) : IDisposable
{
    private const int Patience = 30_000; // milliseconds
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
    private int _round;

    public async Task<RoundResult> RunAsync(Uri bot, CancellationToken stop)
    {
        var (latencies, errors, round) = (new Latencies(), 0, Interlocked.Increment(ref _round));
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop }, async (person, token) =>
        {
            var begun = Stopwatch.GetTimestamp();
            if (await AskAsync(bot, person, round, token))
            {
                latencies.Add("question", Stopwatch.GetElapsedTime(begun));
            }
            else
            {
                Interlocked.Increment(ref errors);
            }
        });
        return new RoundResult(people, Stopwatch.GetElapsedTime(started), latencies, errors);
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> AskAsync(Uri bot, int person, int round, CancellationToken stop)
    {
        var conversation = $"a:{person}";
        var answered = sink.SaidIn(conversation);
        using var content = new StringContent(QuestionOf(person, round).ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(bot, "/api/messages"), content, stop);
        return response.IsSuccessStatusCode && await Task.WhenAny(answered, RealTime.PauseAsync(Patience, stop)) == answered;
    }

    private JsonObject QuestionOf(int person, int round)
    {
        var tenant = new Guid(person, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]).ToString();
        return new JsonObject
        {
            ["type"] = "message",
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{sink.Address.Port}-{round}-{person}"),
            ["timestamp"] = "2026-11-23T08:00:00.000Z",
            ["channelId"] = "msteams",
            ["serviceUrl"] = sink.Address.ToString(),
            ["text"] = "my vpn token is rejected",
            ["textFormat"] = "plain",
            ["locale"] = "en-US",
            ["from"] = new JsonObject { ["id"] = $"29:{person}", ["name"] = $"Person {person}", ["aadObjectId"] = $"{person}" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Help Desk" },
            ["conversation"] = new JsonObject { ["id"] = $"a:{person}", ["conversationType"] = "personal", ["tenantId"] = tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
        };
    }
}
