using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.Teams;

/// <summary>Conversations of Teams: their kinds, the ids of threads, and what starts a new one.</summary>
public static class TeamsConversations
{
    public const string Channel = "msteams";
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string TeamChannel = "channel";

    private const string ThreadMark = ";messageid=";

    /// <summary>The id of a thread of a channel.</summary>
    /// <param name="root">The message that the thread hangs under; null is the channel itself.</param>
    public static string ThreadOf(string conversation, string? root) => root is null ? conversation : conversation + ThreadMark + root;

    /// <summary>A conversation and the message that the thread hangs under, if the id is a thread's.</summary>
    public static (string Conversation, string? Root) Split(string id)
    {
        var at = id.IndexOf(ThreadMark, StringComparison.Ordinal);
        return at < 0 ? (id, null) : (id[..at], id[(at + ThreadMark.Length)..]);
    }

    /// <summary>A conversation with one person, who has the app; asking again gives the same one.</summary>
    /// <param name="user">The person's id for this bot, or their Entra object id.</param>
    public static ConversationParameters With(ChannelAccount bot, string user, string tenant) => new()
    {
        IsGroup = false,
        Bot = bot,
        Members = [new ChannelAccount { Id = user }],
        TenantId = tenant,
        ChannelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
    };

    /// <summary>A new thread in a channel.</summary>
    /// <param name="first">The message that it hangs under.</param>
    public static ConversationParameters In(string channel, ChannelAccount bot, string tenant, Activity first) => new()
    {
        IsGroup = true,
        Bot = bot,
        TenantId = tenant,
        Activity = first,
        ChannelData = new JsonObject
        {
            ["channel"] = new JsonObject { ["id"] = channel },
            ["tenant"] = new JsonObject { ["id"] = tenant },
        },
    };
}
