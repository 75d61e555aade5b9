using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Slack.Api;

/// <summary>What every answer begins with.</summary>
internal sealed record AnswerHead(bool Ok, string? Error, AnswerHead.Metadata? ResponseMetadata)
{
    internal sealed record Metadata(IReadOnlyList<string>? Messages, string? NextCursor);
}

internal sealed record ChannelAnswer(SlackConversation? Channel);

internal sealed record UserAnswer(SlackUser? User);

internal sealed record ViewAnswerBody(SlackView? View);

internal sealed record FileAnswer(SlackFile? File);

internal sealed record FilesAnswer(IReadOnlyList<SlackFile>? Files);

internal sealed record PermalinkAnswer(string? Permalink);

internal sealed record UploadAnswer(string? UploadUrl, string? FileId);

internal sealed record ConnectionAnswer(string? Url);

internal sealed record EphemeralAnswer(string? MessageTs);

internal sealed record PageAnswer(IReadOnlyList<SlackMessage>? Messages, bool HasMore, AnswerHead.Metadata? ResponseMetadata);

internal sealed record MembersAnswer(IReadOnlyList<string>? Members, AnswerHead.Metadata? ResponseMetadata);

/// <summary>Whose token it is.</summary>
public sealed record SlackIdentity(string? TeamId, string? EnterpriseId, string? UserId, string? BotId, string? Url);

/// <summary>Where a message stands.</summary>
/// <param name="Ts">Its id there.</param>
public sealed record PostedMessage(string Channel, string Ts);

/// <summary>A channel, or somebody's conversation with the bot.</summary>
public sealed record SlackConversation
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public bool IsIm { get; init; }

    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>The bot is in it.</summary>
    public bool IsMember { get; init; }

    /// <summary>People of other organisations are in it.</summary>
    public bool IsExtShared { get; init; }

    /// <summary>Of a direct conversation, the person.</summary>
    public string? User { get; init; }
}

/// <summary>A person or bot.</summary>
public sealed record SlackUser
{
    public string? Id { get; init; }

    public string? TeamId { get; init; }

    public string? Name { get; init; }

    public string? RealName { get; init; }

    public bool Deleted { get; init; }

    public bool IsBot { get; init; }

    /// <summary>A guest in several channels.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A guest in one channel.</summary>
    public bool IsUltraRestricted { get; init; }

    /// <summary>Of another organisation, and in no channel that the app sees; of others in shared channels only <see cref="TeamId"/> tells.</summary>
    public bool IsStranger { get; init; }

    /// <summary>Their time zone's name in the tz database.</summary>
    public string? Tz { get; init; }

    /// <summary>Their language, as a culture name.</summary>
    public string? Locale { get; init; }

    public UserProfile? Profile { get; init; }

    /// <summary>Who they are in an Enterprise Grid organisation.</summary>
    public EnterpriseUser? EnterpriseUser { get; init; }
}

/// <summary>Somebody of an Enterprise Grid organisation.</summary>
/// <param name="Teams">The workspaces they are in.</param>
public sealed record EnterpriseUser(string? Id, string? EnterpriseId, IReadOnlyList<string>? Teams);

/// <summary>What somebody shows of themselves.</summary>
/// <param name="Email">There with the scope <c>users:read.email</c> only.</param>
public sealed record UserProfile(string? Email, string? DisplayName, string? RealName, [property: JsonPropertyName("image_72")] string? Image72);

/// <summary>A modal or home tab as Slack has it now.</summary>
/// <param name="Hash">To be given back with an update, so that a newer view is not overwritten.</param>
/// <param name="State">What is filled in.</param>
public sealed record SlackView(string? Id, string? Hash, string? RootViewId, string? CallbackId, string? PrivateMetadata, JsonObject? State);

/// <summary>Some messages, and where to read on.</summary>
/// <param name="NextCursor">Null at the end.</param>
public sealed record MessagePage(IReadOnlyList<SlackMessage> Messages, string? NextCursor);

/// <summary>Some members' ids, and where to read on.</summary>
/// <param name="NextCursor">Null at the end.</param>
public sealed record MemberPage(IReadOnlyList<string> Users, string? NextCursor);

/// <summary>Reads answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AnswerHead))]
[JsonSerializable(typeof(SlackDone))]
[JsonSerializable(typeof(SlackIdentity))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(EphemeralAnswer))]
[JsonSerializable(typeof(PermalinkAnswer))]
[JsonSerializable(typeof(ChannelAnswer))]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(MembersAnswer))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(ViewAnswerBody))]
[JsonSerializable(typeof(FileAnswer))]
[JsonSerializable(typeof(FilesAnswer))]
[JsonSerializable(typeof(UploadAnswer))]
[JsonSerializable(typeof(ConnectionAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
