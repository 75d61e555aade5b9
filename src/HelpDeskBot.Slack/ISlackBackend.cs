using System.Text.Json.Nodes;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Slack;

/// <summary>Something that Slack delivered, from the app and an organisation that are allowed.</summary>
/// <param name="Key">The same whenever it is delivered again, over whichever way; unique together with <paramref name="Team"/>.</param>
/// <param name="Team">The workspace; the organisation for an app that is installed in all of it.</param>
/// <param name="Payload">What it says.</param>
/// <param name="Json">All of it, to be kept and read again with <see cref="SlackPayloads.Read"/>.</param>
public sealed record SlackDelivery(string Key, string Team, SlackPayload Payload, string Json);

/// <summary>
/// What stands behind Slack's deliveries, whichever way they come. Resolved in a scope of its own for each delivery. Slack is answered once it
/// returns; it has three seconds, and whatever takes longer is put down durably and done afterwards. Throws, and the delivery comes again.
/// </summary>
public interface ISlackBackend
{
    /// <summary>
    /// Takes an event, a press (<see cref="BlockActions"/>), a shortcut or a closed view; durable before it returns. The same key again changes
    /// nothing.
    /// </summary>
    Task ReceiveAsync(SlackDelivery delivery, CancellationToken stop);

    /// <summary>Says what becomes of a submitted modal. The same key again changes nothing and gets the same answer.</summary>
    Task<ViewAnswer> SubmitAsync(SlackDelivery delivery, ViewSubmission submission, CancellationToken stop);

    /// <summary>Takes a slash command; what it returns is shown to the person at once. The same key again changes nothing.</summary>
    Task<CommandAnswer?> CommandAsync(SlackDelivery delivery, SlashCommand command, CancellationToken stop);

    /// <summary>The choices that fit what was typed into a menu; the first 100 are shown.</summary>
    Task<IReadOnlyList<SlackOption>> SuggestAsync(SlackDelivery delivery, BlockSuggestion suggestion, CancellationToken stop);
}

/// <summary>What becomes of a modal that was submitted.</summary>
public sealed record ViewAnswer
{
    private ViewAnswer(JsonObject? json) => Json = json;

    /// <summary>It closes.</summary>
    public static ViewAnswer Close { get; } = new(json: null);

    /// <summary>It and all those below it close.</summary>
    public static ViewAnswer Clear { get; } = new(new JsonObject { ["response_action"] = "clear" });

    /// <summary>The answer as Slack reads it; null is an empty one.</summary>
    internal JsonObject? Json { get; }

    /// <summary>It stays, what was typed too, and says at its fields what is wrong.</summary>
    /// <param name="errors">What to say by <c>block_id</c>.</param>
    public static ViewAnswer Errors(IReadOnlyDictionary<string, string> errors) => new(new JsonObject
    {
        ["response_action"] = "errors",
        ["errors"] = new JsonObject(errors.Select(error => KeyValuePair.Create<string, JsonNode?>(error.Key, error.Value))),
    });

    /// <summary>Another view takes its place.</summary>
    public static ViewAnswer Update(JsonObject view) => new(new JsonObject { ["response_action"] = "update", ["view"] = view.DeepClone() });

    /// <summary>Another view goes on top of it.</summary>
    public static ViewAnswer Push(JsonObject view) => new(new JsonObject { ["response_action"] = "push", ["view"] = view.DeepClone() });
}

/// <summary>What the person who typed a command sees.</summary>
/// <param name="Text">Escaped: Slack looks for people and links in it.</param>
public sealed record CommandAnswer(string Text)
{
    public JsonArray? Blocks { get; init; }

    internal JsonObject Json => Blocks is null
        ? new JsonObject { ["response_type"] = "ephemeral", ["text"] = Text, ["mrkdwn"] = false }
        : new JsonObject { ["response_type"] = "ephemeral", ["text"] = Text, ["mrkdwn"] = false, ["blocks"] = Blocks.DeepClone() };
}

/// <summary>A choice of a menu: at most 75 characters to read, 1 to 150 to send back.</summary>
public sealed record SlackOption(string Text, string Value);
