namespace HelpDeskBot.Channels.WebChat;

/// <summary>Names of the web chat.</summary>
internal static class WebChatNames
{
    public const string Channel = "webchat";

    private const string DirectPrefix = "direct-";
    private const char ThreadSeparator = ';';
    private const string ThreadPrefix = "messageid=";

    /// <summary>A person's direct chat with the bot; everybody has one.</summary>
    public static string DirectOf(string account) => DirectPrefix + account;

    public static bool IsDirect(string conversation) => conversation.StartsWith(DirectPrefix, StringComparison.Ordinal);

    /// <summary>The id of a thread: the conversation and the message it hangs under.</summary>
    public static string ThreadOf(string conversation, string? root) =>
        root is null ? conversation : $"{conversation}{ThreadSeparator}{ThreadPrefix}{root}";

    /// <summary>The conversation and the root of a thread's id.</summary>
    public static (string Conversation, string? Root) Split(string id)
    {
        var at = id.IndexOf(ThreadSeparator, StringComparison.Ordinal);
        if (at < 0)
        {
            return (id, null);
        }

        var rest = id[(at + 1)..];
        return (id[..at], rest.StartsWith(ThreadPrefix, StringComparison.Ordinal) ? rest[ThreadPrefix.Length..] : null);
    }
}
