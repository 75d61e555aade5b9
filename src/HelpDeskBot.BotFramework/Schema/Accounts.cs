using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDeskBot.BotFramework.Schema;

/// <summary>A person or a bot on a channel.</summary>
public class ChannelAccount
{
    /// <summary>The channel's id; in Teams <c>29:…</c> for people, another one for every bot, and <c>28:…</c> for bots.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>The object id of the person's account in Microsoft Entra, the same for every bot.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>user or bot.</summary>
    public string? Role { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A member of a Teams conversation, as the members routes tell it.</summary>
public sealed class TeamsChannelAccount : ChannelAccount
{
    public string? GivenName { get; set; }

    public string? Surname { get; set; }

    public string? Email { get; set; }

    public string? UserPrincipalName { get; set; }

    public string? TenantId { get; set; }

    /// <summary>user, guest or anonymous.</summary>
    public string? UserRole { get; set; }
}

/// <summary>A conversation of a channel; a thread's id is <c>conversation;messageid=root</c>.</summary>
public sealed class ConversationAccount
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public bool? IsGroup { get; set; }

    /// <summary>In Teams personal, groupChat or channel.</summary>
    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }

    public string? AadObjectId { get; set; }

    /// <summary>user or bot.</summary>
    public string? Role { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
