using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Channels.Slack;

/// <summary>
/// Keeps what buttons and forms carry that is too long for Slack. It is named by its month and its content, so that the same data is kept once a
/// month; after a year nothing that carries it can be pressed any more.
/// </summary>
internal sealed partial class SlackActionData(UnitOfWork work, TimeProvider technical)
{
    private const string Prefix = "slack-data:";
    private const int Months = 12;

    private readonly ConcurrentDictionary<string, bool> _kept = new(StringComparer.Ordinal);

    private string? _cleaned;

    /// <summary>What a translation wants kept, to be stored with <see cref="StoreAsync"/> before it is shown.</summary>
    public string Put(Dictionary<string, string> pending, JsonObject data)
    {
        var json = data.ToJsonString();
        var key = $"{MonthOf(technical.GetUtcNow())}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))}";
        pending[key] = json;
        return key;
    }

    /// <summary>Durable before it returns, whatever the surrounding work does.</summary>
    public async Task StoreAsync(Dictionary<string, string> pending, CancellationToken stop)
    {
        foreach (var (key, json) in pending.Where(pair => !_kept.ContainsKey(pair.Key)))
        {
            await work.RunAsync((services, token) => services.GetRequiredService<KeptValues>().GetOrCreateAsync(Prefix + key, () => json, token), stop);
            _kept[key] = true;
        }

        if (pending.Count > 0 && Interlocked.Exchange(ref _cleaned, MonthOf(technical.GetUtcNow())) != MonthOf(technical.GetUtcNow()))
        {
            await work.RunAsync(ForgetAsync, stop);
            _kept.Clear();
        }
    }

    // Those of the year before the last twelve months; the program may have stood still for some of it.
    private async Task ForgetAsync(IServiceProvider services, CancellationToken stop)
    {
        for (var month = Months + 1; month <= 2 * Months; month++)
        {
            await services.GetRequiredService<KeptValues>().ForgetAsync(Prefix + MonthOf(technical.GetUtcNow().AddMonths(-month)), stop);
        }
    }

    /// <summary>Everything kept that these parts of a payload name.</summary>
    public async Task<Func<string, JsonObject?>> FindAsync(CancellationToken stop, params JsonNode?[] parts)
    {
        var found = new Dictionary<string, JsonObject?>(StringComparer.Ordinal);
        foreach (var key in parts.SelectMany(part => Key().Matches(part?.ToJsonString() ?? "")).Select(match => match.Groups[1].Value).Distinct())
        {
            var json = await work.RunAsync((services, token) => services.GetRequiredService<KeptValues>().FindAsync(Prefix + key, token), stop);
            found[key] = json is null ? null : JsonNode.Parse(json) as JsonObject;
        }

        return key => found.GetValueOrDefault(key);
    }

    private static string MonthOf(DateTimeOffset time) => time.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"""=(\d{4}-\d\d-[0-9a-f]{64})""")]
    private static partial Regex Key();
}
