using System.Collections.Frozen;

namespace HelpDeskBot.Slack.Api;

/// <summary>A method of the Web API: how often it may be called, and what a lost answer means.</summary>
/// <param name="PerMinute">The calls of its tier: 1: 1, 2: 20, 3: 50, 4: 100; special ones as their pages say.</param>
/// <param name="IsRepeatable">Doing it twice is as good as doing it once.</param>
internal sealed record SlackMethod(string Name, int PerMinute, bool IsRepeatable)
{
    /// <summary>It posts, which a channel takes once a second.</summary>
    public bool IsPost { get; init; }

    /// <summary>It is called with the app's token.</summary>
    public bool IsOfApp { get; init; }

    /// <summary>Errors which say that it is so already.</summary>
    public FrozenSet<string> Already { get; init; } = [];
}

/// <summary>The methods called here (docs.slack.dev/reference/methods).</summary>
internal static class SlackMethods
{
    private const int Tier2 = 20;
    private const int Tier3 = 50;
    private const int Tier4 = 100;

    public static readonly SlackMethod AuthTest = new("auth.test", Tier4, IsRepeatable: true);

    public static readonly SlackMethod PostMessage = new("chat.postMessage", 240, IsRepeatable: false) { IsPost = true };
    public static readonly SlackMethod PostEphemeral = new("chat.postEphemeral", Tier4, IsRepeatable: false) { IsPost = true };
    public static readonly SlackMethod UpdateMessage = new("chat.update", Tier3, IsRepeatable: true);
    public static readonly SlackMethod DeleteMessage = new("chat.delete", Tier3, IsRepeatable: true) { Already = ["message_not_found"] };
    public static readonly SlackMethod GetPermalink = new("chat.getPermalink", Tier4, IsRepeatable: true);

    public static readonly SlackMethod OpenConversation = new("conversations.open", Tier3, IsRepeatable: true);
    public static readonly SlackMethod History = new("conversations.history", Tier3, IsRepeatable: true);
    public static readonly SlackMethod Replies = new("conversations.replies", Tier3, IsRepeatable: true);
    public static readonly SlackMethod ConversationInfo = new("conversations.info", Tier3, IsRepeatable: true);
    public static readonly SlackMethod Members = new("conversations.members", Tier4, IsRepeatable: true);

    public static readonly SlackMethod UserInfo = new("users.info", Tier4, IsRepeatable: true);

    public static readonly SlackMethod OpenView = new("views.open", Tier4, IsRepeatable: false);
    public static readonly SlackMethod PushView = new("views.push", Tier4, IsRepeatable: false);
    public static readonly SlackMethod UpdateView = new("views.update", Tier4, IsRepeatable: true);
    public static readonly SlackMethod PublishView = new("views.publish", Tier4, IsRepeatable: true);

    public static readonly SlackMethod AddReaction = new("reactions.add", Tier3, IsRepeatable: true) { Already = ["already_reacted"] };
    public static readonly SlackMethod RemoveReaction = new("reactions.remove", Tier2, IsRepeatable: true) { Already = ["no_reaction"] };

    public static readonly SlackMethod FileInfo = new("files.info", Tier4, IsRepeatable: true);
    public static readonly SlackMethod GetUploadUrl = new("files.getUploadURLExternal", Tier4, IsRepeatable: true);
    public static readonly SlackMethod CompleteUpload = new("files.completeUploadExternal", Tier4, IsRepeatable: false);

    /// <summary>Tier 1, which lets bursts pass; waiting a minute for a lost connection would lose deliveries.</summary>
    public static readonly SlackMethod OpenConnection = new("apps.connections.open", Tier2, IsRepeatable: true) { IsOfApp = true };
}
