using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>What somebody pressed or submitted, as an <c>Action.Execute</c> has it.</summary>
/// <param name="Data">The action's data, and the values of the inputs that belong to it.</param>
public sealed record CardPress(string Verb, JsonObject Data);

/// <summary>Reads what Slack sends back about translated cards. Nothing in it is trusted: what is malformed reads as nothing.</summary>
public static class BlockKitAnswers
{
    /// <summary>A pressed button; null for a link, and for what no translation wrote.</summary>
    /// <param name="action">One of the <c>actions</c> of a <c>block_actions</c> payload.</param>
    /// <param name="state">The <c>state</c> of its message or view, which holds the inputs.</param>
    /// <param name="find">Finds what <see cref="BlockKitOptions.Keep"/> kept.</param>
    public static CardPress? Press(JsonObject action, JsonObject? state, Func<string, JsonObject?> find)
    {
        var id = Text(action, "action_id");
        if (id.LastIndexOf(' ') is not (> 0 and var end) || Kept.Read(Text(action, "value"), find) is not { } data)
            return null;
        return new CardPress(id[..end], id.EndsWith('-') ? data : With(data, Inputs(state, find)));
    }

    /// <summary>A submitted modal; null for what no translation wrote.</summary>
    /// <param name="view">The <c>view</c> of a <c>view_submission</c> payload.</param>
    public static CardPress? Submission(JsonObject view, Func<string, JsonObject?> find)
    {
        if (Kept.Read(Text(view, "private_metadata"), find) is not { } form || Text(form, "verb") is not { Length: > 0 } verb)
            return null;
        var data = form["data"]?.DeepClone() as JsonObject ?? [];
        return new CardPress(verb, form["bare"] is not null ? data : With(data, Inputs(view["state"] as JsonObject, find)));
    }

    /// <summary>
    /// The inputs' values by id, as an Adaptive Card's client sends them: texts, several choices joined by commas; a single choice or a number
    /// that was not made is left out.
    /// </summary>
    public static JsonObject Inputs(JsonObject? state, Func<string, JsonObject?> find)
    {
        var inputs = new JsonObject();
        foreach (var (id, elements) in state?["values"] as JsonObject ?? [])
            if (elements is JsonObject { Count: 1 } only && only.First() is { Value: JsonObject element, Key: var actionId }
                && ValueOf(actionId, element, find) is { } value)
                inputs[id] = value;
        return inputs;
    }

    static string? ValueOf(string actionId, JsonObject element, Func<string, JsonObject?> find)
    {
        var parts = actionId.Split(' ', 3);
        return parts[0] switch
        {
            "text" => Text(element, "value"),
            "number" => Text(element, "value") is { Length: > 0 } number ? number : null,
            "datepicker" => Text(element, "selected_date"),
            "timepicker" => Text(element, "selected_time"),
            "choice" => Kept.ReadValue((element["selected_option"] as JsonObject)?["value"]?.ToString(), find),
            "choices" => string.Join(',', Chosen(element, find)),
            "toggle" when parts.Length == 3 => Chosen(element, find).FirstOrDefault(parts[2]),
            _ => null,
        };
    }

    static IEnumerable<string> Chosen(JsonObject element, Func<string, JsonObject?> find) =>
        (element["selected_options"] as JsonArray ?? [])
            .Select(option => Kept.ReadValue((option as JsonObject)?["value"]?.ToString(), find))
            .OfType<string>();

    static JsonObject With(JsonObject data, JsonObject inputs)
    {
        foreach (var (id, value) in inputs)
            data[id] = value?.DeepClone();
        return data;
    }

    static string Text(JsonObject item, string name) => item[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.ToString() : "";
}
