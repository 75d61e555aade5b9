using System.Text.Json.Nodes;
using HelpDeskBot.Cards;

namespace HelpDeskBot.Channels.Teams;

/// <summary>
/// Our cards as Teams wants them. What is pressed in a message is Action.Execute with Action.Submit for clients that do not know it; a button that
/// opens a form fetches a dialog; in dialogs everything is Action.Submit.
/// </summary>
internal static class TeamsCards
{
    /// <summary>The verb, where an action has no place of its own for it.</summary>
    public const string Verb = "helpdesk.verb";

    /// <summary>The message whose button opened the dialog.</summary>
    public const string Message = "helpdesk.message";

    /// <summary>What makes a press the same one. Teams' renderer keeps the plain name for itself, and may then press nothing at all.</summary>
    public const string Key = "helpdesk.key";

    public const string PlainKey = "key";

    private const int MostInRow = 6;
    private const string Execute = "Action.Execute";
    private const string Submit = "Action.Submit";

    public static JsonObject ForMessage(JsonObject card) => TeamsPayload.Fit(Adapted(card, InMessage));

    /// <summary>Null if it holds more than a dialog takes: without all of what was typed, sending it would lose the rest.</summary>
    /// <param name="message">The message whose button opened the dialog, if one did.</param>
    public static JsonObject? ForDialog(JsonObject card, string? message) =>
        TeamsPayload.Fit(Adapted(card, action => InDialog(action, message))) is var dialog && TeamsPayload.Fits(dialog) ? dialog : null;

    private static JsonObject Adapted(JsonObject card, Func<JsonObject, JsonObject> adapt) => (JsonObject)Copy(card, adapt)!;

    private static JsonNode? Copy(JsonNode? node, Func<JsonObject, JsonObject> adapt)
    {
        switch (node)
        {
            case JsonObject action when TypeOf(action) == Execute:
                return adapt(action);
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Copy(member.Value, adapt))));
            case JsonArray items:
                return new JsonArray([.. items.SelectMany(InRows).Select(item => Copy(item, adapt))]);
            default:
                return node?.DeepClone();
        }
    }

    // Teams hides what is more than that behind three dots.
    private static IEnumerable<JsonNode?> InRows(JsonNode? node) =>
        node is JsonObject set && TypeOf(set) == "ActionSet" && set["actions"] is JsonArray { Count: > MostInRow } actions
            ? actions.Chunk(MostInRow).Select(row => RowOf(set, row))
            : [node];

    private static JsonObject RowOf(JsonObject set, IEnumerable<JsonNode?> actions)
    {
        var row = (JsonObject)set.DeepClone();
        row["actions"] = new JsonArray([.. actions.Select(action => action?.DeepClone())]);
        return row;
    }

    private static JsonObject InMessage(JsonObject action)
    {
        if (Verbs.OpensForm(VerbOf(action)))
        {
            var fetch = SubmittedBy(action);
            fetch["msteams"] = new JsonObject { ["type"] = "task/fetch" };
            return SubmitOf(action, fetch);
        }

        var executed = (JsonObject)action.DeepClone();
        executed["data"] = DataOf(action);
        executed["fallback"] = SubmitOf(action, SubmittedBy(action));
        return executed;
    }

    private static JsonObject InDialog(JsonObject action, string? message)
    {
        var data = SubmittedBy(action);
        if (message is not null)
        {
            data[Message] = message;
        }

        return SubmitOf(action, data);
    }

    private static JsonObject SubmittedBy(JsonObject action)
    {
        var data = DataOf(action);
        data[Verb] = VerbOf(action);
        return data;
    }

    private static JsonObject DataOf(JsonObject action)
    {
        var data = action["data"]?.DeepClone() as JsonObject ?? [];
        if (data[PlainKey] is { } key)
        {
            data.Remove(PlainKey);
            data[Key] = key;
        }

        return data;
    }

    private static string VerbOf(JsonObject action) => action["verb"]!.GetValue<string>();

    private static JsonObject SubmitOf(JsonObject action, JsonObject data)
    {
        var submit = new JsonObject { ["type"] = Submit };
        foreach (var name in new[] { "id", "title", "style", "associatedInputs", "isEnabled", "tooltip" })
        {
            if (action[name] is { } value)
            {
                submit[name] = value.DeepClone();
            }
        }

        submit["data"] = data;
        return submit;
    }

    private static string? TypeOf(JsonObject node) => node["type"] is JsonValue value && value.TryGetValue<string>(out var type) ? type : null;
}
