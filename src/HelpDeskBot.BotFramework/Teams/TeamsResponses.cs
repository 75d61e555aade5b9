using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.Teams;

/// <summary>How large a dialog is: pixels, as Teams takes them.</summary>
public readonly record struct TaskSize(int Width, int Height);

/// <summary>A result of a search from the compose box.</summary>
/// <param name="Card">The adaptive card that choosing it puts into the message.</param>
public sealed record ComposeResult(string Title, string Text, JsonNode Card);

/// <summary>What the invokes of Teams are answered. Cards that are given become part of the answer, and of no other.</summary>
public static class TeamsResponses
{
    private const int StatusOk = 200;
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    private const string ThumbnailCard = "application/vnd.microsoft.card.thumbnail";

    /// <summary>A card in place of the one whose action was pressed, for whoever pressed.</summary>
    public static InvokeResponse Card(JsonNode card) => CardAction(StatusOk, AdaptiveCard, card);

    /// <summary>A line to whoever pressed.</summary>
    public static InvokeResponse Message(string text) => CardAction(StatusOk, "application/vnd.microsoft.activity.message", JsonValue.Create(text));

    /// <summary>Why a press does nothing.</summary>
    /// <param name="status">An HTTP status, which stands in the body only: the invoke itself went well.</param>
    public static InvokeResponse Error(int status, string code, string message) =>
        CardAction(status, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = message });

    /// <summary>Opens a dialog with a card, or shows the next card in the one that is open.</summary>
    public static InvokeResponse Dialog(string title, JsonNode card, TaskSize size) => Task("continue", new JsonObject
    {
        ["title"] = title,
        ["width"] = size.Width,
        ["height"] = size.Height,
        ["card"] = AttachmentOf(card),
    });

    /// <summary>Shows a line in the dialog.</summary>
    public static InvokeResponse DialogMessage(string text) => Task("message", JsonValue.Create(text));

    /// <summary>Closes the dialog.</summary>
    public static InvokeResponse Close() => new(StatusOk);

    /// <summary>What a search from the compose box found.</summary>
    public static InvokeResponse Results(IEnumerable<ComposeResult> results) => Compose(new JsonObject
    {
        ["type"] = "result",
        ["attachmentLayout"] = "list",
        ["attachments"] = new JsonArray([.. results.Select(ResultOf)]),
    });

    /// <summary>Why a search shows nothing.</summary>
    public static InvokeResponse NoResults(string text) => Compose(new JsonObject { ["type"] = "message", ["text"] = text });

    private static InvokeResponse CardAction(int status, string type, JsonNode? value) =>
        new(StatusOk, new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });

    private static InvokeResponse Task(string type, JsonNode? value) =>
        new(StatusOk, new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } });

    private static InvokeResponse Compose(JsonObject extension) => new(StatusOk, new JsonObject { ["composeExtension"] = extension });

    private static JsonNode ResultOf(ComposeResult result)
    {
        var attachment = AttachmentOf(result.Card);
        attachment["preview"] = new JsonObject
        {
            ["contentType"] = ThumbnailCard,
            ["content"] = new JsonObject { ["title"] = result.Title, ["text"] = result.Text },
        };
        return attachment;
    }

    private static JsonObject AttachmentOf(JsonNode card) => new() { ["contentType"] = AdaptiveCard, ["content"] = card };
}
