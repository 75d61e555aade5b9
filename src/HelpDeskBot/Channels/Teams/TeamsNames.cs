using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Names of Teams.</summary>
internal static class TeamsNames
{
    public const string Channel = "msteams";

    private const string UnopenedPrefix = "unopened:";

    /// <summary>Somebody's account: their tenant and their object in it, the same for every conversation and never given to somebody else.</summary>
    public static string? AccountOf(Activity activity) => activity.From?.AadObjectId is { Length: > 0 } person && TenantOf(activity) is { } tenant
        ? $"{tenant}/{person}"
        : null;

    public static string? TenantOf(Activity activity) => activity.Conversation?.TenantId ?? TeamsChannelData.Of(activity).TenantId;

    /// <summary>A conversation with somebody that the bot has not opened yet.</summary>
    public static string UnopenedOf(string account) => UnopenedPrefix + account;

    public static bool IsUnopened(string conversation) => conversation.StartsWith(UnopenedPrefix, StringComparison.Ordinal);

    /// <summary>The conversation without its thread.</summary>
    public static string ConversationOf(Activity activity) => TeamsConversations.Split(activity.Conversation!.Id!).Conversation;

    /// <summary>A chat of several, without threads.</summary>
    public static bool IsGroupChat(Activity activity) => activity.Conversation?.ConversationType == TeamsConversations.GroupChat;

    public static bool IsPersonal(Activity activity) =>
        activity.Conversation?.ConversationType is TeamsConversations.Personal || (activity.Conversation is { ConversationType: null, IsGroup: not true });
}
