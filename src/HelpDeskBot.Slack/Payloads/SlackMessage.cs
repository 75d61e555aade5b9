using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HelpDeskBot.Slack.Payloads;

/// <summary>A message, as events and histories have it. Members that are not named here are kept.</summary>
public sealed record SlackMessage
{
    /// <summary>What kind, if not a person's plain message: <c>bot_message</c>, <c>file_share</c>, <c>thread_broadcast</c>, …</summary>
    public string? Subtype { get; init; }

    /// <summary>Its id in the channel: seconds since 1970 with six decimals.</summary>
    public string? Ts { get; init; }

    /// <summary>The message whose thread it is in; its own <see cref="Ts"/> if it begins one.</summary>
    public string? ThreadTs { get; init; }

    public string? User { get; init; }

    /// <summary>The workspace of whoever wrote it.</summary>
    public string? Team { get; init; }

    public string? BotId { get; init; }

    /// <summary>The app that posted it.</summary>
    public string? AppId { get; init; }

    /// <summary>Escaped, with people and links as <c>&lt;…&gt;</c>.</summary>
    public string? Text { get; init; }

    public JsonArray? Blocks { get; init; }

    public IReadOnlyList<SlackFile>? Files { get; init; }

    public SlackEdit? Edited { get; init; }

    public MessageMetadata? Metadata { get; init; }

    public int? ReplyCount { get; init; }

    /// <summary>Of a message with a thread, the id of the newest reply.</summary>
    public string? LatestReply { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Who edited a message last, and when.</summary>
public sealed record SlackEdit(string? User, string? Ts);

/// <summary>What an app wrote on a message for programs to read.</summary>
public sealed record MessageMetadata(string? EventType, JsonObject? EventPayload);

/// <summary>A file.</summary>
public sealed record SlackFile
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Mimetype { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    public string? User { get; init; }

    /// <summary>Where its content is, for whoever has the bot's token.</summary>
    public string? UrlPrivateDownload { get; init; }

    public string? UrlPrivate { get; init; }

    /// <summary><c>check_file_info</c>: events say no more of it; ask for it by its id.</summary>
    public string? FileAccess { get; init; }

    /// <summary><c>tombstone</c>: it is deleted; <c>external</c>: it is not with Slack.</summary>
    public string? Mode { get; init; }

    /// <summary>The messages it is in: public or private, then by channel.</summary>
    public JsonObject? Shares { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
