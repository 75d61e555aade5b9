using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HelpDeskBot.BotFramework.Schema;
using Microsoft.AspNetCore.Http;

namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>Tokens and conversations: getting, refreshing, starting, reconnecting.</summary>
internal static class DirectLineSessions
{
    private const int MostBytes = 64 * 1024;

    public static async Task<IResult> GenerateAsync(
        HttpRequest request, IDirectLineBackend backend, DirectLineOptions options, DirectLineTokens tokens, CancellationToken stop)
    {
        if (!(options.LocalMode ? IsOwnAddress(request.Host.Host) : HasSecret(request, options)))
        {
            throw new DirectLineRefusedException(
                StatusCodes.Status403Forbidden, "Forbidden", "Choosing who you are works in development on this machine only");
        }

        DirectLineRequests.RequireJson(request);
        var asked = await BodyAsync(request, stop);
        var user = DirectLineRequests.Id(asked?.User?.Id) is { Length: > 0 } id
            ? id
            : throw new DirectLineRefusedException(StatusCodes.Status400BadRequest, "MissingProperty", "Write {\"user\":{\"id\":\"…\"}}");
        var conversation = DirectLineRequests.Id(asked?.ConversationId) is { Length: > 0 } wanted ? wanted : null;
        var opening = await backend.OpenAsync(user, asked?.User?.Name, conversation, stop);
        if (opening.Refusal is { } refusal)
        {
            throw refusal;
        }

        return Results.Json(Granted(tokens, new DirectLineCaller(user, opening.ConversationId!)));
    }

    public static async Task<IResult> RefreshAsync(HttpRequest request, IDirectLineBackend backend, DirectLineTokens tokens, CancellationToken stop) =>
        Results.Json(Granted(tokens, await DirectLineRequests.CallerAsync(request, backend, stop)));

    public static async Task<IResult> StartAsync(HttpRequest request, IDirectLineBackend backend, DirectLineTokens tokens, CancellationToken stop)
    {
        var caller = await DirectLineRequests.CallerAsync(request, backend, stop);
        var opening = await backend.OpenAsync(caller.UserId, userName: null, caller.ConversationId, stop);
        if (opening.Refusal is { } refusal)
        {
            throw refusal;
        }

        return Results.Json(Streaming(request, tokens, caller), statusCode: StatusCodes.Status201Created);
    }

    public static async Task<IResult> ReconnectAsync(
        string id, HttpRequest request, IDirectLineBackend backend, DirectLineTokens tokens, CancellationToken stop) =>
        Results.Json(Streaming(request, tokens, await DirectLineRequests.CallerAsync(request, backend, stop, id)));

    public static IResult SessionId() =>
        Results.Json(new JsonObject { ["sessionId"] = RandomNumberGenerator.GetHexString(32, lowercase: true) });

    private static JsonObject Granted(DirectLineTokens tokens, DirectLineCaller caller) => new()
    {
        ["conversationId"] = caller.ConversationId,
        ["token"] = tokens.Create(caller),
        ["expires_in"] = (int)tokens.Lifetime.TotalSeconds,
    };

    private static JsonObject Streaming(HttpRequest request, DirectLineTokens tokens, DirectLineCaller caller)
    {
        var granted = Granted(tokens, caller);
        var scheme = request.IsHttps ? "wss" : "ws";
        var watermark = DirectLineRequests.WatermarkOf(request) is { } after
            ? string.Create(CultureInfo.InvariantCulture, $"watermark={after}&")
            : "";
        granted["streamUrl"] =
            $"{scheme}://{request.Host}{request.PathBase}/v3/directline/conversations/{Uri.EscapeDataString(caller.ConversationId)}/stream"
            + $"?{watermark}t={tokens.CreateForStream(caller)}";
        return granted;
    }

    // A page of another site can make its own name lead to this machine; the browser then still sends that name.
    private static bool IsOwnAddress(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool HasSecret(HttpRequest request, DirectLineOptions options) =>
        options.Secret is { Length: > 0 } secret
        && DirectLineRequests.BearerOf(request) is { } presented
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(presented)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static async Task<TokenRequest?> BodyAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > MostBytes)
        {
            throw new DirectLineRefusedException(StatusCodes.Status413PayloadTooLarge, "BadArgument", "That is too long");
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, TokenRequestJson.Default.TokenRequest, stop);
        }
        catch (JsonException)
        {
            throw new DirectLineRefusedException(StatusCodes.Status400BadRequest, "BadSyntax", "The body does not ask for a token in JSON");
        }
    }
}

/// <summary>What a token is asked for.</summary>
internal sealed record TokenRequest(ChannelAccount? User, string? ConversationId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(TokenRequest))]
internal sealed partial class TokenRequestJson : JsonSerializerContext;
