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

    /// <summary>When it was where it was said, with that place's offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The time zone of that place, as an IANA name.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Who called the bot: a URN that the bot's own framework writes, never the channel.</summary>
    public string? CallerId { get; set; }

    /// <summary>Where the channel's connector listens.</summary>
    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    /// <summary>plain, markdown or xml.</summary>
    public string? TextFormat { get; set; }

    /// <summary>list or carousel.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>Of a conversationUpdate: who came.</summary>
    public IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Of a conversationUpdate: who left.</summary>
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    public IList<MessageReaction>? ReactionsAdded { get; set; }

    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>Of a conversationUpdate: what the conversation is called now.</summary>
    public string? TopicName { get; set; }

    public bool? HistoryDisclosed { get; set; }

    /// <summary>The sender's language, as a culture name.</summary>
    public string? Locale { get; set; }

    public string? Text { get; set; }

    /// <summary>What is said aloud, as text or SSML.</summary>
    public string? Speak { get; set; }

    /// <summary>acceptingInput, ignoringInput or expectingInput.</summary>
    public string? InputHint { get; set; }

    /// <summary>What a notification shows of a message that is a card.</summary>
    public string? Summary { get; set; }

    public JsonObject? SuggestedActions { get; set; }

    public IList<Attachment>? Attachments { get; set; }

    public JsonArray? Entities { get; set; }

    public JsonObject? ChannelData { get; set; }

    /// <summary>Of an installationUpdate or contactRelationUpdate: add or remove; Teams also has add-upgrade and remove-upgrade.</summary>
    public string? Action { get; set; }

    /// <summary>The message it answers; of an invoke, the one whose card was pressed.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>What a trace is called.</summary>
    public string? Label { get; set; }

    /// <summary>What <see cref="Value"/> is, as a URI or a name.</summary>
    public string? ValueType { get; set; }

    /// <summary>What comes with an invoke or event.</summary>
    public JsonNode? Value { get; set; }

    /// <summary>The operation of an invoke or event.</summary>
    public string? Name { get; set; }

    /// <summary>The conversation it is about, where that is another one.</summary>
    public ConversationReference? RelatesTo { get; set; }

    /// <summary>Of an endOfConversation: why.</summary>
    public string? Code { get; set; }

    public DateTimeOffset? Expiration { get; set; }

    /// <summary>low, normal or high.</summary>
    public string? Importance { get; set; }

    /// <summary>normal, notification, ephemeral or expectReplies.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Phrases that speech recognition should expect.</summary>
    public IList<string>? ListenFor { get; set; }

    public JsonArray? TextHighlights { get; set; }

    public JsonObject? SemanticAction { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
