using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.Teams;

/// <summary>A command of a message extension that opens a dialog, or the dialog's content.</summary>
/// <param name="Context">message, compose or commandbox: where it was chosen.</param>
/// <param name="Data">What was filled in.</param>
/// <param name="Message">The message it was chosen on; null elsewhere.</param>
public sealed record ComposeAction(string CommandId, string? Context, JsonNode? Data, ComposeMessage? Message)
{
    /// <summary>
    /// The command in an invoke of <see cref="TeamsInvokes.ComposeFetchTask"/> or <see cref="TeamsInvokes.ComposeSubmitAction"/>; null if it is
    /// something else.
    /// </summary>
    public static ComposeAction? Of(Activity activity) =>
        activity.Name is TeamsInvokes.ComposeFetchTask or TeamsInvokes.ComposeSubmitAction && activity.Value.TextAt("commandId") is { } command
            ? new ComposeAction(
                command, activity.Value.TextAt("commandContext"), activity.Value.At("data"), ComposeMessage.Of(activity.Value.At("messagePayload")))
            : null;
}

/// <summary>The message that a command was chosen on.</summary>
/// <param name="Content">What it says; HTML or plain text.</param>
public sealed record ComposeMessage(string Id, string Content, bool IsHtml)
{
    /// <summary>Opens it in Teams.</summary>
    public Uri? Link { get; init; }

    public string? Subject { get; init; }

    /// <summary>The Entra object id of who wrote it; null if no person did.</summary>
    public string? AuthorId { get; init; }

    public string? AuthorName { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    internal static ComposeMessage? Of(JsonNode? payload) =>
        payload.TextAt("id") is { } id
            ? new ComposeMessage(id, payload.TextAt("body", "content") ?? "", payload.TextAt("body", "contentType") == "html")
            {
                Link = payload.AddressAt("linkToMessage"),
                Subject = payload.TextAt("subject"),
                AuthorId = payload.TextAt("from", "user", "id"),
                AuthorName = payload.TextAt("from", "user", "displayName"),
                Attachments = [.. payload.ItemsAt("attachments").Select(AttachmentOf)],
            }
            : null;

    private static Attachment AttachmentOf(JsonNode? attachment) => new()
    {
        ContentType = attachment.TextAt("contentType"),
        ContentUrl = attachment.TextAt("contentUrl"),
        Content = attachment.At("content")?.DeepClone(),
        Name = attachment.TextAt("name"),
        ThumbnailUrl = attachment.TextAt("thumbnailUrl"),
    };
}

/// <summary>A search from the compose box.</summary>
/// <param name="Parameters">What was typed, by the names of the manifest; <c>initialRun</c> is <c>true</c> before anything was.</param>
public sealed record ComposeQuery(string CommandId, IReadOnlyDictionary<string, string> Parameters, int Skip, int Count)
{
    private const int DefaultCount = 25;

    /// <summary>The search in an invoke of <see cref="TeamsInvokes.ComposeQuery"/>; null if it is something else.</summary>
    public static ComposeQuery? Of(Activity activity)
    {
        var value = activity.Value;
        if (activity.Name != TeamsInvokes.ComposeQuery || value.TextAt("commandId") is not { } command)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in value.ItemsAt("parameters"))
        {
            if (parameter.TextAt("name") is { } name)
            {
                parameters[name] = parameter.TextAt("value") ?? "";
            }
        }

        return new ComposeQuery(
            command,
            parameters,
            Math.Max(value.NumberAt("queryOptions", "skip") ?? 0, 0),
            Math.Clamp(value.NumberAt("queryOptions", "count") ?? DefaultCount, 1, DefaultCount));
    }
}
