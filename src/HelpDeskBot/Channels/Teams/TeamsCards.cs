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

    private const string Execute = "Action.Execute";
    private const string Submit = "Action.Submit";

    public static JsonObject ForMessage(JsonObject card) => TeamsPayload.Fit(Adapted(card, InMessage));

    /// <param name="message">The message whose button opened the dialog, if one did.</param>
    public static JsonObject ForDialog(JsonObject card, string? message) => TeamsPayload.Fit(Adapted(card, action => InDialog(action, message)));

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
                return new JsonArray([.. items.Select(item => Copy(item, adapt))]);
            default:
                return node?.DeepClone();
        }
    }

    private static JsonObject InMessage(JsonObject action)
    {
        var verb = action["verb"]!.GetValue<string>();
        if (Verbs.OpensForm(verb))
        {
            var data = DataOf(action, verb);
            data["msteams"] = new JsonObject { ["type"] = "task/fetch" };
            return SubmitOf(action, data);
        }

        var executed = (JsonObject)action.DeepClone();
        executed["fallback"] = SubmitOf(action, DataOf(action, verb));
        return executed;
    }

    private static JsonObject InDialog(JsonObject action, string? message)
    {
        var data = DataOf(action, action["verb"]!.GetValue<string>());
        if (message is not null)
        {
            data[Message] = message;
        }

        return SubmitOf(action, data);
    }

    private static JsonObject DataOf(JsonObject action, string verb)
    {
        var data = action["data"]?.DeepClone() as JsonObject ?? [];
        data[Verb] = verb;
        return data;
    }

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
