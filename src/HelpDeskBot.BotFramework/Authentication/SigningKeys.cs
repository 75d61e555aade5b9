using System.Collections;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace HelpDeskBot.BotFramework.Authentication;

/// <summary>A key with which Microsoft signs deliveries, and the channels that it may sign for.</summary>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlySet<string> Endorsements);

/// <summary>
/// The keys that Microsoft publishes for deliveries. They are read again every day, and when a delivery names one that is not known; the last ones
/// that could be read stay good while they cannot be read again.
/// </summary>
internal sealed partial class SigningKeys(IHttpClientFactory http, TimeProvider time, ILogger<SigningKeys> logger)
{
    internal static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>The least time between two readings: anybody can name keys that do not exist.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>The same while there are none at all.</summary>
    internal static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private static readonly Uri Metadata = new("https://login.botframework.com/v1/.well-known/openidconfiguration");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private volatile KeySet? _keys;
    private Task? _reading;
    private long? _lastAttempt;

    /// <summary>Whether any keys are known; without any nothing can be checked.</summary>
    public bool HasKeys => _keys is not null;

    /// <summary>The key of this name; null if there is none, as far as can be told.</summary>
    public async Task<SigningKey?> FindAsync(string name, CancellationToken stop)
    {
        if (_keys is { } known && known.Keys.TryGetValue(name, out var key))
        {
            if (time.GetElapsedTime(known.ReadAt) >= Fresh)
            {
                _ = ReadAsync(); // nobody waits for it: a key that is known is good meanwhile
            }

            return key;
        }

        await ReadAsync().WaitAsync(stop);
        return _keys?.Keys.GetValueOrDefault(name);
    }

    private Task ReadAsync()
    {
        lock (_lock)
        {
            if (_reading is { IsCompleted: false })
            {
                return _reading;
            }

            if (_lastAttempt is { } last && time.GetElapsedTime(last) < (HasKeys ? Pause : FirstPause))
            {
                return Task.CompletedTask;
            }

            _lastAttempt = time.GetTimestamp();
            return _reading = FetchAsync();
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            using var late = new CancellationTokenSource(Patience, time);
            using var client = http.CreateClient(BotFrameworkHttp.ClientName);
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(Metadata.AbsoluteUri, new Documents(client), late.Token);
            _keys = new KeySet(Usable(read.JsonWebKeySet), time.GetTimestamp());
            LogRead(_keys.Keys.Count);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogUnreadable(failure.GetType().Name, HasKeys);
        }
    }

    private static Dictionary<string, SigningKey> Usable(JsonWebKeySet? set)
    {
        var keys = (set?.Keys ?? []).Where(key => key is { KeyId.Length: > 0, Kty: JsonWebAlgorithmsKeyTypes.RSA }).ToList();
        return keys.Count == 0
            ? throw new InvalidDataException("No keys are published")
            : keys.DistinctBy(key => key.KeyId).ToDictionary(key => key.KeyId, key => new SigningKey(key, EndorsementsOf(key)), StringComparer.Ordinal);
    }

    private static HashSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) ? [.. Texts(value)] : [];

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } list =>
            list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        IEnumerable list and not string => list.OfType<string>(),
        _ => [],
    };

    /// <summary>Reads from the host of the metadata only, and gives up in time: the library's own retriever is not told to.</summary>
    private sealed class Documents(HttpClient client) : IDocumentRetriever
    {
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            var url = new Uri(address);
            return url.GetLeftPart(UriPartial.Authority) == Metadata.GetLeftPart(UriPartial.Authority)
                ? client.GetStringAsync(url, cancel)
                : throw new InvalidDataException("The keys are said to be on another host");
        }
    }

    private sealed record KeySet(IReadOnlyDictionary<string, SigningKey> Keys, long ReadAt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Signing keys read: {Count}")]
    private partial void LogRead(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Signing keys cannot be read: {Failure}. Older ones are used: {HasOlder}")]
    private partial void LogUnreadable(string failure, bool hasOlder);
}
