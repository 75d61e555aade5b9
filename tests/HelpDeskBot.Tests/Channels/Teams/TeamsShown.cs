using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>What Teams sends for a press, and what it shows of the answers.</summary>
internal static class TeamsShown
{
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
        var typed = CardParts.Inputs(card);
        return new PressAnswer(typed.Count == 0 ? Pressed.Done : Pressed.Form, CardText.Render(card))
        {
            Typed = typed,
            Handle = new OpenForm(card, message, root, isDialog),
        };
    }
}
