using System.Text.Json.Nodes;

namespace HelpDeskBot.Slack.Api;

/// <summary>What is posted.</summary>
/// <param name="Text">
/// What notifications say; Slack looks for people and links in it, so what people typed must be escaped. Its formats are switched off.
/// </param>
public sealed record OutgoingMessage(string Channel, string Text)
{
    public JsonArray? Blocks { get; init; }

    /// <summary>The message in whose thread it goes.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Under whose name it stands; needs the scope <c>chat:write.customize</c>.</summary>
    public string? Username { get; init; }

    /// <summary>The picture beside it; needs the same scope.</summary>
    public string? IconUrl { get; init; }

    /// <summary>
    /// What it is found by again, the same at every attempt: Slack knows no idempotency keys, so it travels as metadata. Without one an answer
    /// that is lost stays unknown.
    /// </summary>
    public string? Key { get; init; }

    internal const string KeyType = "message_key";
    internal const string KeyName = "key";

    internal string? Metadata => Key is null ? null : new JsonObject
    {
        ["event_type"] = KeyType,
        ["event_payload"] = new JsonObject { [KeyName] = Key },
    }.ToJsonString();
}
