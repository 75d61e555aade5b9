using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>A token that was asked for.</summary>
internal sealed record TokenRequest(string Path, IReadOnlyDictionary<string, string> Form);

/// <summary>Gives the bot tokens as Microsoft Entra does, and as the machine's endpoint for managed identities does.</summary>
internal sealed class FakeEntra
{
    private readonly ConcurrentQueue<TokenRequest> _requests = [];
    private readonly ConcurrentDictionary<string, bool> _issued = [];

    public IReadOnlyList<TokenRequest> Requests => [.. _requests];

    /// <summary>Seconds; MSAL takes no token that has less than five minutes left out of its store.</summary>
    public int ExpiresIn { get; set; } = 3600;

    /// <summary>Why no token is given.</summary>
    public string? Error { get; set; }

    public bool HasIssued(string token) => _issued.ContainsKey(token);

    /// <summary>Tokens given so far are not good any more.</summary>
    public void Revoke() => _issued.Clear();

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.Value!.EndsWith("/discovery/instance", StringComparison.Ordinal))
        {
            await context.Response.WriteAsJsonAsync(new JsonObject { ["tenant_discovery_endpoint"] = request.Query["authorization_endpoint"].ToString() });
            return;
        }

        var form = request.HasFormContentType ? (await request.ReadFormAsync()).Select(field => (field.Key, Value: field.Value.ToString())) : [];
        var query = request.Query.Select(field => (field.Key, Value: field.Value.ToString()));
        _requests.Enqueue(new TokenRequest(request.Path, form.Concat(query).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal)));
        context.Response.StatusCode = Error is null ? 200 : 401;
        await context.Response.WriteAsJsonAsync(Error is null ? Token(request.Path.StartsWithSegments("/metadata")) : Refusal());
    }

    private JsonObject Token(bool isManaged)
    {
        var token = $"token-{_issued.Count + 1}-{Guid.NewGuid():N}";
        _issued[token] = true;
        var answer = new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = ExpiresIn };
        if (isManaged)
        {
            answer["expires_on"] = DateTimeOffset.UnixEpoch.AddYears(130).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            answer["resource"] = "https://api.botframework.com";
        }

        return answer;
    }

    private JsonObject Refusal() => new() { ["error"] = Error, ["error_description"] = "A secret that must not be shown" };
}
