namespace HelpDeskBot.Channels.Slack;

/// <summary>Names of Slack.</summary>
internal static class SlackNames
{
    public const string Channel = "slack";

    /// <summary>What the manifest calls the global shortcut; the other one is on a message.</summary>
    public const string ReportShortcut = "report";

    /// <summary>A person's account: user ids are unique in a workspace only.</summary>
    public static string AccountOf(string team, string user) => $"{team}/{user}";

    public static string UserOf(string account) => account.Split('/')[^1];

    /// <summary>A direct conversation that nobody has spoken in yet.</summary>
    public static string UnopenedOf(string account) => UnopenedPrefix + account;

    /// <summary>Whose direct conversation is still to be opened; null if it has an id of Slack's.</summary>
    public static string? UserOfUnopened(string conversation) =>
        conversation.StartsWith(UnopenedPrefix, StringComparison.Ordinal) ? conversation.Split('/')[^1] : null;

    /// <summary>A person's own conversation with the bot.</summary>
    public static bool IsDirect(string conversation) => conversation.StartsWith('D') || UserOfUnopened(conversation) is not null;

    private const string UnopenedPrefix = "unopened:";
}
