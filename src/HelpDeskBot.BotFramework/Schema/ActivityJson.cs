using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace HelpDeskBot.BotFramework.Schema;

/// <summary>Reads and writes the schema. A member that is written twice is refused, since readers would not agree on which one counts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResource))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(IList<TeamsChannelAccount>))]
[JsonSerializable(typeof(TeamsChannelAccount))]
[JsonSerializable(typeof(AttachmentData))]
[JsonSerializable(typeof(AttachmentInfo))]
[JsonSerializable(typeof(ChannelList))]
[JsonSerializable(typeof(TeamDetails))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>For what is sent: letters of all languages stand for themselves, which takes a sixth of the bytes.</summary>
    internal static ActivityJson Wire => ForWire.Json;

    /// <summary>Reads one activity out of what somebody else sent; null if that is the word null.</summary>
    /// <exception cref="JsonException">It is no activity, or holds text that is no text.</exception>
    public static Activity? ReadActivity(ReadOnlySpan<byte> json)
    {
        try
        {
            if (!Utf8.IsValid(json))
            {
                throw new JsonException("The bytes are no UTF-8");
            }

            RequirePairs(json);
            return JsonSerializer.Deserialize(json, Default.Activity);
        }
        catch (Exception malformed) when (malformed is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException(malformed.Message, malformed);
        }
    }

    // Members that nobody knows are kept as they came; half a surrogate pair in them would fail whoever writes them again.
    private static void RequirePairs(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                _ = reader.ValueIsEscaped ? reader.GetString() : null;
            }
        }
    }

    private static class ForWire
    {
        public static readonly ActivityJson Json =
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });
    }
}
