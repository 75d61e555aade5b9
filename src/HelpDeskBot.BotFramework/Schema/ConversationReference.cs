using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDeskBot.BotFramework.Schema;

/// <summary>
/// Where something can be said without being asked: kept with every activity that arrives, since a service URL may change.
/// </summary>
public sealed class ConversationReference
{
    public string? ActivityId { get; set; }

    /// <summary>The person there, as the channel knows them.</summary>
    public ChannelAccount? User { get; set; }

    /// <summary>This bot, as the channel knows it.</summary>
    public ChannelAccount? Bot { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? ChannelId { get; set; }

    /// <summary>Where the channel's connector listens.</summary>
    public string? ServiceUrl { get; set; }

    public string? Locale { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Where an activity that arrived can be answered.</summary>
    public static ConversationReference Of(Activity activity) => new()
    {
        ActivityId = activity.Id,
        User = activity.From,
        Bot = activity.Recipient,
        Conversation = activity.Conversation,
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
        Locale = activity.Locale,
    };
}
