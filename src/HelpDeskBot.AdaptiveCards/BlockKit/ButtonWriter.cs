using System.Globalization;
using System.Text.Json.Nodes;
using static HelpDeskBot.AdaptiveCards.BlockKit.CardJson;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>
/// Writes actions as buttons. The <c>action_id</c> is <c>verb number</c>, with a <c>-</c> behind it where the inputs are not wanted; the
/// <c>value</c> is the data as JSON, or <c>=key</c> where it is kept elsewhere.
/// </summary>
sealed class ButtonWriter(BlockKitOptions options, Downgrades downgrades)
{
    /// <summary>The button; null if Slack cannot show it.</summary>
    /// <param name="number">Its number in the block, where every id must differ.</param>
    public JsonObject? Write(CardButton button, int number)
    {
        var (action, path) = (button.Action, button.Path);
        if (Word(action, "isEnabled") == "false")
            return NotShown(path, "a button that is switched off is not shown");
        return Text(action, "type") switch
        {
            "Action.Execute" => Execute(button, number),
            "Action.OpenUrl" => OpenUrl(action, path, number),
            var type when action["fallback"] is JsonObject other && other["type"]?.ToString() != type => Write(button with { Action = other, Path = $"{path}.fallback" }, number),
            var type => NotShown(path, $"{type} is not shown"),
        };
    }

    JsonObject? Execute(CardButton button, int number)
    {
        var (action, path) = (button.Action, button.Path);
        var id = $"{Text(action, "verb")} {number.ToString(CultureInfo.InvariantCulture)}{(button.IsBare || Word(action, "associatedInputs") == "none" ? "-" : "")}";
        if (id.Length > Limits.Id)
            return NotShown(path, "the verb is too long");
        if (Kept.Write(action["data"] as JsonObject ?? [], Limits.ButtonValue, options) is not { } value)
            return NotShown(path, "the data is too long, and nothing keeps it");
        var written = Labelled(action, path, id);
        written["value"] = value;
        return written;
    }

    JsonObject? OpenUrl(JsonObject action, string path, int number)
    {
        if (SlackUrl.Of(Text(action, "url"), options.BaseAddress) is not { } url)
            return NotShown(path, "Slack cannot open this address");
        var button = Labelled(action, path, $"open {number.ToString(CultureInfo.InvariantCulture)}");
        button["url"] = url;
        return button;
    }

    JsonObject Labelled(JsonObject action, string path, string id)
    {
        var button = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = id,
            ["text"] = TextObjects.Plain(downgrades.Cut(Text(action, "title"), Limits.ButtonText, path), Limits.ButtonText),
        };
        if (Word(action, "style") == "positive")
            button["style"] = "primary";
        if (Word(action, "style") == "destructive")
            button["style"] = "danger";
        return button;
    }

    JsonObject? NotShown(string path, string why)
    {
        downgrades.Add(path, why);
        return null;
    }
}
