using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDeskBot.BotFramework.Schema;

/// <summary>A reaction to a message: like, heart, laugh, surprised, sad, angry, plusOne or another.</summary>
public sealed class MessageReaction
{
    public string? Type { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
