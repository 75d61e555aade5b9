using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDeskBot.Slack.Payloads;

/// <summary>Reads what Slack delivers. A member that is written twice is refused, since readers would not agree on which one counts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(EventCallback))]
[JsonSerializable(typeof(BlockActions))]
[JsonSerializable(typeof(ViewSubmission))]
[JsonSerializable(typeof(ViewClosed))]
[JsonSerializable(typeof(Shortcut))]
[JsonSerializable(typeof(MessageAction))]
[JsonSerializable(typeof(BlockSuggestion))]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(AppHomeOpened))]
[JsonSerializable(typeof(ReactionChanged))]
[JsonSerializable(typeof(MemberJoined))]
[JsonSerializable(typeof(ChannelArchived))]
[JsonSerializable(typeof(ChannelRenamed))]
[JsonSerializable(typeof(TokensRevoked))]
internal sealed partial class SlackJson : JsonSerializerContext;

/// <summary>Makes payloads of JSON.</summary>
public static class SlackPayloads
{
    /// <summary>
    /// The payload of a delivery, also of one that was kept as JSON; null for a kind that is not known here.
    /// </summary>
    /// <exception cref="JsonException">It is not what its kind must be.</exception>
    public static SlackPayload? Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        var body = document.RootElement;
        return body.ValueKind is not JsonValueKind.Object ? throw new JsonException("A payload is an object") : Text(body, "type") switch
        {
            "event_callback" => body.Deserialize(SlackJson.Default.EventCallback),
            "block_actions" => body.Deserialize(SlackJson.Default.BlockActions),
            "view_submission" => body.Deserialize(SlackJson.Default.ViewSubmission),
            "view_closed" => body.Deserialize(SlackJson.Default.ViewClosed),
            "shortcut" => body.Deserialize(SlackJson.Default.Shortcut),
            "message_action" => body.Deserialize(SlackJson.Default.MessageAction),
            "block_suggestion" => body.Deserialize(SlackJson.Default.BlockSuggestion),
            null when Text(body, "command") is not null => body.Deserialize(SlackJson.Default.SlashCommand),
            _ => null,
        };
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
