using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HelpDeskBot.BotFramework.Schema;

/// <summary>
/// One event of a conversation as the Bot Framework protocol writes it (botframework-sdk, specs/botframework-activity). Members that are not
/// named here are kept and sent back.
/// </summary>
public sealed class Activity
{
    /// <summary>What kind of event: one of <see cref="ActivityTypes"/>, or another.</summary>
    public string? Type { get; set; }

    /// <summary>The channel's id of it.</summary>
    public string? Id { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>Where the channel's connector listens.</summary>
    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    /// <summary>plain, markdown or xml.</summary>
    public string? TextFormat { get; set; }

    /// <summary>The sender's language, as a culture name.</summary>
    public string? Locale { get; set; }

    public string? Text { get; set; }

    /// <summary>What a notification shows of a message that is a card.</summary>
    public string? Summary { get; set; }

    public IList<Attachment>? Attachments { get; set; }

    public JsonArray? Entities { get; set; }

    public JsonObject? ChannelData { get; set; }

    /// <summary>The operation of an invoke or event.</summary>
    public string? Name { get; set; }

    /// <summary>What comes with an invoke or event.</summary>
    public JsonNode? Value { get; set; }

    /// <summary>The message it answers; of an invoke, the one whose card was pressed.</summary>
    public string? ReplyToId { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The kinds of activity used here.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string Invoke = "invoke";
}

/// <summary>A person or a bot on a channel.</summary>
public sealed class ChannelAccount
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>user or bot.</summary>
    public string? Role { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A conversation of a channel; a thread's id is <c>conversation;messageid=root</c>.</summary>
public sealed class ConversationAccount
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public bool? IsGroup { get; set; }

    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A card or a file of a message.</summary>
public sealed class Attachment
{
    /// <summary>The media type; a card's is <c>application/vnd.microsoft.card.adaptive</c>.</summary>
    public string? ContentType { get; set; }

    /// <summary>Where a file's content is.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>A card's content.</summary>
    public JsonNode? Content { get; set; }

    public string? Name { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>What an invoke is answered, as the body of the response.</summary>
/// <param name="StatusCode">200, or why not, as an HTTP status.</param>
/// <param name="Type">The media type of <paramref name="Value"/>.</param>
public sealed record InvokeResponse(int StatusCode, string Type, JsonNode? Value);

/// <summary>Reads and writes the schema. A member that is written twice is refused, since readers would not agree on which one counts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(InvokeResponse))]
public sealed partial class ActivityJson : JsonSerializerContext;
