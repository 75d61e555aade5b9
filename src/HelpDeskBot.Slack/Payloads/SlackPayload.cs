using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HelpDeskBot.Slack.Payloads;

/// <summary>Something that happened in Slack. Everything in it comes from people and apps there; who sent it is checked before anybody sees it.</summary>
public abstract record SlackPayload
{
    public string? ApiAppId { get; init; }

    /// <summary>What is the same whenever this is delivered again, unique in the workspace; null where Slack gives nothing of the kind.</summary>
    [JsonIgnore]
    public abstract string? DeliveryKey { get; }

    internal abstract SlackSender Sender { get; }
}

/// <summary>From which app and organisation something comes.</summary>
internal sealed record SlackSender(string? AppId, string? TeamId, string? EnterpriseId);

/// <summary>An id, and a name where Slack gives one.</summary>
public sealed record SlackName(string? Id, string? Name);

/// <summary>A workspace.</summary>
public sealed record SlackTeam(string? Id, string? Domain);

/// <summary>Who pressed or submitted something.</summary>
/// <param name="TeamId">Their own workspace, which may be another organisation's.</param>
public sealed record SlackActor(string? Id, string? Username, string? Name, string? TeamId);

/// <summary>What people do with what the app shows.</summary>
public abstract record Interaction : SlackPayload
{
    /// <summary>Opens modals, once and within three seconds.</summary>
    public string? TriggerId { get; init; }

    public SlackActor? User { get; init; }

    public SlackTeam? Team { get; init; }

    public SlackName? Enterprise { get; init; }

    public override string? DeliveryKey => TriggerId;

    internal override SlackSender Sender => new(ApiAppId, Team?.Id ?? User?.TeamId, Enterprise?.Id);

    /// <summary>Members that are not named here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Buttons were pressed or choices made, in a message, a modal or the home tab.</summary>
public sealed record BlockActions : Interaction
{
    /// <summary>Answers where it was pressed; only of messages.</summary>
    public string? ResponseUrl { get; init; }

    public SlackName? Channel { get; init; }

    public SlackContainer? Container { get; init; }

    public SlackMessage? Message { get; init; }

    /// <summary>The modal or home tab; its own <c>state</c> holds the inputs.</summary>
    public JsonObject? View { get; init; }

    /// <summary>The inputs of a message.</summary>
    public JsonObject? State { get; init; }

    public IReadOnlyList<JsonObject>? Actions { get; init; }
}

/// <summary>In what something was pressed.</summary>
/// <param name="Type"><c>message</c> or <c>view</c>.</param>
public sealed record SlackContainer(string? Type, string? ChannelId, string? MessageTs, string? ThreadTs, string? ViewId, bool IsEphemeral);

/// <summary>A modal was submitted.</summary>
public sealed record ViewSubmission : Interaction
{
    public JsonObject? View { get; init; }
}

/// <summary>A modal was closed without being submitted; told for views with <c>notify_on_close</c> only.</summary>
public sealed record ViewClosed : Interaction
{
    public JsonObject? View { get; init; }

    /// <summary>All modals were closed at once.</summary>
    public bool IsCleared { get; init; }

    public override string? DeliveryKey => View?["id"] is { } id ? $"closed:{id}:{View["hash"]}" : null;
}

/// <summary>A global shortcut was chosen.</summary>
public sealed record Shortcut : Interaction
{
    public string? CallbackId { get; init; }
}

/// <summary>A shortcut was chosen on a message.</summary>
public sealed record MessageAction : Interaction
{
    public string? CallbackId { get; init; }

    public string? ResponseUrl { get; init; }

    public SlackName? Channel { get; init; }

    public SlackMessage? Message { get; init; }
}

/// <summary>A menu asks for its choices while somebody types.</summary>
public sealed record BlockSuggestion : Interaction
{
    public string? BlockId { get; init; }

    public string? ActionId { get; init; }

    /// <summary>What was typed.</summary>
    public string? Value { get; init; }

    public JsonObject? View { get; init; }

    public override string? DeliveryKey => null;
}

/// <summary>A slash command was typed.</summary>
public sealed record SlashCommand : SlackPayload
{
    public string? Command { get; init; }

    /// <summary>What was typed behind it.</summary>
    public string? Text { get; init; }

    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }

    public string? UserId { get; init; }

    public string? UserName { get; init; }

    public string? ChannelId { get; init; }

    public string? TeamId { get; init; }

    public string? EnterpriseId { get; init; }

    public override string? DeliveryKey => TriggerId;

    internal override SlackSender Sender => new(ApiAppId, TeamId, EnterpriseId);
}

/// <summary>An event of a workspace.</summary>
public sealed record EventCallback : SlackPayload
{
    public string? TeamId { get; init; }

    public string? EnterpriseId { get; init; }

    public string? EventId { get; init; }

    /// <summary>When it happened, in seconds since 1970.</summary>
    public long EventTime { get; init; }

    /// <summary>It comes from a channel shared with another organisation.</summary>
    public bool IsExtSharedChannel { get; init; }

    public SlackEvent? Event { get; init; }

    public override string? DeliveryKey => EventId;

    internal override SlackSender Sender => new(ApiAppId, TeamId, EnterpriseId);
}
