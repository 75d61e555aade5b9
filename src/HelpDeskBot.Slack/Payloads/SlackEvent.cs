using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDeskBot.Slack.Payloads;

/// <summary>What happened.</summary>
[JsonConverter(typeof(SlackEventConverter))]
public abstract record SlackEvent;

/// <summary>Somebody wrote something where the bot is.</summary>
public sealed record MessageEvent : SlackEvent
{
    public required string Channel { get; init; }

    /// <summary><c>im</c>, <c>channel</c>, <c>group</c> or <c>mpim</c>.</summary>
    public string? ChannelType { get; init; }

    public required SlackMessage Message { get; init; }
}

/// <summary>A message was edited, or Slack changed it: a thread began under it, a link was unfolded.</summary>
public sealed record MessageChanged : SlackEvent
{
    public required string Channel { get; init; }

    public string? ChannelType { get; init; }

    public required SlackMessage Message { get; init; }

    public SlackMessage? Previous { get; init; }
}

/// <summary>A message was deleted.</summary>
public sealed record MessageDeleted : SlackEvent
{
    public required string Channel { get; init; }

    public string? ChannelType { get; init; }

    public required string DeletedTs { get; init; }

    public SlackMessage? Previous { get; init; }
}

/// <summary>Somebody named the bot. Where it is in the channel this comes beside the message itself, with the same <c>ts</c>.</summary>
public sealed record AppMention : SlackEvent
{
    public required string Channel { get; init; }

    public required SlackMessage Message { get; init; }
}

/// <summary>Somebody opened the bot's home or messages.</summary>
/// <param name="Tab"><c>home</c> or <c>messages</c>.</param>
public sealed record AppHomeOpened(string? User, string? Channel, string? Tab) : SlackEvent;

/// <summary>Somebody put an emoji on something, or took it away again.</summary>
/// <param name="Reaction">The emoji's name without colons.</param>
public sealed record ReactionChanged(string? User, string? Reaction, ReactedItem? Item, string? ItemUser) : SlackEvent
{
    [JsonIgnore]
    public bool IsAdded { get; init; }
}

/// <summary>What an emoji is on.</summary>
public sealed record ReactedItem(string? Type, string? Channel, string? Ts);

/// <summary>Somebody joined a channel where the bot is; or the bot itself did.</summary>
public sealed record MemberJoined(string? User, string? Channel, string? Team, string? Inviter) : SlackEvent;

/// <summary>A channel was archived.</summary>
public sealed record ChannelArchived(string? Channel, string? User) : SlackEvent;

/// <summary>A channel has another name.</summary>
public sealed record ChannelRenamed(SlackName? Channel) : SlackEvent;

/// <summary>The app is gone from the workspace.</summary>
public sealed record AppUninstalled : SlackEvent;

/// <summary>Tokens do not work any more, told by whose they were.</summary>
public sealed record TokensRevoked(RevokedTokens? Tokens) : SlackEvent;

/// <summary>The people and bots whose tokens were revoked.</summary>
public sealed record RevokedTokens(IReadOnlyList<string>? Oauth, IReadOnlyList<string>? Bot);

/// <summary>Anything else.</summary>
/// <param name="Type">What Slack calls it.</param>
/// <param name="Body">All of it.</param>
public sealed record OtherEvent(string Type, JsonElement Body) : SlackEvent;
