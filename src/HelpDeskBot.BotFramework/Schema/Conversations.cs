using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HelpDeskBot.BotFramework.Schema;

/// <summary>What a new conversation should be.</summary>
public sealed class ConversationParameters
{
    public bool? IsGroup { get; set; }

    public ChannelAccount? Bot { get; set; }

    public IList<ChannelAccount>? Members { get; set; }

    public string? TopicName { get; set; }

    public string? TenantId { get; set; }

    /// <summary>What is said first; in a Teams channel, the message that the thread hangs under.</summary>
    public Activity? Activity { get; set; }

    public JsonObject? ChannelData { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A new conversation and, where one was given, the id of its first message.</summary>
public sealed class ConversationResource
{
    public string? Id { get; set; }

    public string? ActivityId { get; set; }

    public string? ServiceUrl { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The id of something that was made.</summary>
public sealed class ResourceResponse
{
    public string? Id { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Some members of a conversation, and how to ask for the next.</summary>
public sealed class PagedMembers
{
    /// <summary>What to ask for the next page with; null at the end.</summary>
    public string? ContinuationToken { get; set; }

    public IList<TeamsChannelAccount>? Members { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The channels of a Teams team; the general one has no name.</summary>
public sealed class ChannelList
{
    public IList<ChannelInfo>? Conversations { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A channel of a Teams team.</summary>
public sealed class ChannelInfo
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>standard, private or shared.</summary>
    public string? Type { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A Teams team.</summary>
public sealed class TeamDetails
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>The object id of its group in Microsoft Entra.</summary>
    public string? AadGroupId { get; set; }

    public int? ChannelCount { get; set; }

    public int? MemberCount { get; set; }

    public string? TenantId { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
