using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>A key of the issuer.</summary>
internal sealed record IssuerKey(string Id, RSA Rsa)
{
    /// <summary>The channels that it may sign for; null leaves the member out.</summary>
    public string[]? Endorsements { get; init; } = ["msteams", "webchat"];
}

/// <summary>Publishes keys for delivery tokens as Microsoft does, and can be down, slow or confused.</summary>
internal sealed class FakeIssuer
{
    private const string Base = "https://login.botframework.com/v1/.well-known/";

    // Making one takes a while; names make them different keys, and neighbours are different indeed.
    private static readonly Lazy<RSA>[] Made = [.. Enumerable.Range(0, 4).Select(_ => new Lazy<RSA>(() => RSA.Create(2048)))];
    private static int _given;

    private readonly Channel<bool> _asked = Channel.CreateUnbounded<bool>();
    private int _reads;

    public FakeIssuer(TimeProvider time)
    {
        Time = time;
        Keys = [NewKey()];
    }

    public TimeProvider Time { get; }

    public IReadOnlyList<IssuerKey> Keys { get; set; }

    /// <summary>What is answered instead of the keys.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>How often the metadata was asked for.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public static IssuerKey NewKey() => new($"key-{Guid.NewGuid():N}", Made[(uint)Interlocked.Increment(ref _given) % Made.Length].Value);

    /// <summary>Returns once the metadata has been asked for once more.</summary>
    public async Task AskedAsync() => await _asked.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async Task HandleAsync(HttpContext context)
    {
        var isMetadata = context.Request.Path == "/v1/.well-known/openidconfiguration";
        if (isMetadata)
        {
            Interlocked.Increment(ref _reads);
            _asked.Writer.TryWrite(true);
        }

        if (Instead is { } instead)
        {
            await instead(context);
            return;
        }

        await context.Response.WriteAsJsonAsync(isMetadata ? Metadata() : KeySet());
    }

    private static JsonObject Metadata() => new()
    {
        ["issuer"] = "https://api.botframework.com",
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = Base + "keys",
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };

    private JsonObject KeySet() => new() { ["keys"] = new JsonArray([.. Keys.Select(Jwk)]) };

    private static JsonObject Jwk(IssuerKey key)
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.Id,
            ["x5t"] = key.Id,
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
        if (key.Endorsements is { } endorsements)
        {
            jwk["endorsements"] = new JsonArray([.. endorsements]);
        }

        return jwk;
    }
}
