using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HelpDeskBot.Slack.SocketMode;

/// <summary>What comes over the socket: a greeting, a farewell, or a delivery.</summary>
internal sealed record SocketEnvelope
{
    public const string Hello = "hello";
    public const string Disconnect = "disconnect";
    public const string EventsApi = "events_api";

    public string? Type { get; init; }

    /// <summary>Why the connection ends: <c>warning</c>, <c>refresh_requested</c> or <c>link_disabled</c>.</summary>
    public string? Reason { get; init; }

    public string? EnvelopeId { get; init; }

    public bool AcceptsResponsePayload { get; init; }

    public JsonElement Payload { get; init; }

    public int RetryAttempt { get; init; }

    public string? RetryReason { get; init; }

    public SocketDebugInfo? DebugInfo { get; init; }

    /// <summary>The acknowledgement, with the answer where one is wanted.</summary>
    public byte[] Acknowledge(JsonObject? answer)
    {
        var acknowledgement = new JsonObject { ["envelope_id"] = EnvelopeId };
        if (answer is not null && AcceptsResponsePayload)
        {
            acknowledgement["payload"] = answer;
        }

        return JsonSerializer.SerializeToUtf8Bytes(acknowledgement, SocketJson.Default.JsonObject);
    }
}

/// <summary>What a greeting says about the connection.</summary>
/// <param name="ApproximateConnectionTime">How long it will live, in seconds.</param>
internal sealed record SocketDebugInfo(int? ApproximateConnectionTime);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SocketEnvelope))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class SocketJson : JsonSerializerContext;
