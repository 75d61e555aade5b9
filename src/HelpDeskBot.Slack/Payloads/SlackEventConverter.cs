using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDeskBot.Slack.Payloads;

/// <summary>Finds an event's kind by its type and subtype, which stand anywhere in it.</summary>
internal sealed class SlackEventConverter : JsonConverter<SlackEvent>
{
    public override SlackEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var body = JsonElement.ParseValue(ref reader);
        if (body.ValueKind is not JsonValueKind.Object)
        {
            throw new JsonException("An event is an object");
        }

        return Text(body, "type") switch
        {
            "message" => Message(body),
            "app_mention" => new AppMention { Channel = Needed(body, "channel"), Message = Read(body, SlackJson.Default.SlackMessage) },
            "app_home_opened" => Read(body, SlackJson.Default.AppHomeOpened),
            "reaction_added" => Read(body, SlackJson.Default.ReactionChanged) with { IsAdded = true },
            "reaction_removed" => Read(body, SlackJson.Default.ReactionChanged),
            "member_joined_channel" => Read(body, SlackJson.Default.MemberJoined),
            "channel_archive" or "group_archive" => Read(body, SlackJson.Default.ChannelArchived),
            "channel_rename" or "group_rename" => Read(body, SlackJson.Default.ChannelRenamed),
            "app_uninstalled" => new AppUninstalled(),
            "tokens_revoked" => Read(body, SlackJson.Default.TokensRevoked),
            var type => new OtherEvent(type ?? "", body),
        };
    }

    /// <summary>Deliveries are kept as Slack wrote them; nothing writes events.</summary>
    public override void Write(Utf8JsonWriter writer, SlackEvent value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static SlackEvent Message(JsonElement body) => Text(body, "subtype") switch
    {
        "message_changed" => new MessageChanged
        {
            Channel = Needed(body, "channel"),
            ChannelType = Text(body, "channel_type"),
            Message = Part(body, "message") ?? throw new JsonException("message is missing"),
            Previous = Part(body, "previous_message"),
        },
        "message_deleted" => new MessageDeleted
        {
            Channel = Needed(body, "channel"),
            ChannelType = Text(body, "channel_type"),
            DeletedTs = Needed(body, "deleted_ts"),
            Previous = Part(body, "previous_message"),
        },
        _ => new MessageEvent
        {
            Channel = Needed(body, "channel"),
            ChannelType = Text(body, "channel_type"),
            Message = Read(body, SlackJson.Default.SlackMessage),
        },
    };

    private static SlackMessage? Part(JsonElement body, string name) =>
        body.TryGetProperty(name, out var part) ? part.Deserialize(SlackJson.Default.SlackMessage) : null;

    private static T Read<T>(JsonElement body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => body.Deserialize(type) ?? throw new JsonException();

    private static string Needed(JsonElement body, string name) => Text(body, name) ?? throw new JsonException($"{name} is missing");

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
