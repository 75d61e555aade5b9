using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Channels.Contract;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>The buttons of cards as Teams gets them, and what it shows of the answers to presses.</summary>
internal static class TeamsButtons
{
    public static IReadOnlyDictionary<string, JsonObject> Of(JsonNode card)
    {
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        Visit(card, found);
        return found;
    }

    /// <summary>The button that sends a form: the only one, or the primary one of several.</summary>
    public static JsonObject Submit(JsonNode card) => Of(card).Values is var buttons && buttons.Count() == 1
        ? buttons.Single()
        : buttons.Single(button => button["style"]?.GetValue<string>() == "positive");

    public static JsonObject Executed(JsonObject action, JsonObject data) => new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]!.DeepClone(), ["data"] = data },
        ["trigger"] = "manual",
    };

    /// <summary>What the answer to a press shows.</summary>
    public static PressAnswer AnswerOf(JsonNode? body, string message, string root) => body switch
    {
        { } when body["task"] is { } task => task["type"]!.GetValue<string>() == "message"
            ? new PressAnswer(Pressed.Done, task["value"]!.GetValue<string>())
            : Shown(task["value"]!["card"]!["content"]!.AsObject(), message, root, isDialog: true),
        { } when body["value"] is JsonObject card && body["statusCode"]!.GetValue<int>() == 200 => Shown(card, message, root, isDialog: false),
        { } when body["statusCode"]?.GetValue<int>() == 200 => new PressAnswer(Pressed.Done, body["value"]!.GetValue<string>()),
        { } => new PressAnswer(Pressed.Refused, body["value"]?["message"]?.GetValue<string>() ?? ""),
        _ => new PressAnswer(Pressed.Done, ""),
    };

    private static PressAnswer Shown(JsonObject card, string message, string root, bool isDialog)
    {
        var typed = FormInputs.Of(card);
        return new PressAnswer(typed.Count == 0 ? Pressed.Done : Pressed.Form, CardText.Render(card))
        {
            Typed = typed,
            Handle = new OpenForm(card, message, root, isDialog),
        };
    }

    private static void Visit(JsonNode? node, Dictionary<string, JsonObject> found)
    {
        switch (node)
        {
            case JsonObject action when action["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String
                && type.GetValue<string>() is "Action.Execute" or "Action.Submit" && action["title"] is not null:
                found.TryAdd(action["title"]!.GetValue<string>(), action);
                break;
            case JsonObject members:
                foreach (var (_, value) in members)
                {
                    Visit(value, found);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Visit(item, found);
                }

                break;
            default:
                break;
        }
    }
}
