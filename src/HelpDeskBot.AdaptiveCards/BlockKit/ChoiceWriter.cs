using System.Text.Json.Nodes;
using static HelpDeskBot.AdaptiveCards.BlockKit.CardJson;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Writes choices: radio buttons and checkboxes where they are shown open and fit, menus otherwise, in groups where there are many.</summary>
sealed class ChoiceWriter(BlockKitOptions options, Downgrades downgrades)
{
    const string On = "true";
    const string Off = "false";

    /// <summary>The element; null if there is nothing to choose.</summary>
    public JsonObject? Write(JsonObject item, string path)
    {
        var choices = Options(item, path);
        if (choices.Count == 0)
            return null;
        var isMulti = Is(item, "isMultiSelect");
        var isOpen = Word(item, "style") == "expanded" && choices.Count <= Limits.OpenOptions;
        if (Word(item, "style") == "expanded" && !isOpen)
            downgrades.Add(path, $"{choices.Count} choices become a menu; Slack shows {Limits.OpenOptions} openly");
        var element = InputWriter.Named(TypeOf(isMulti, isOpen), isMulti ? "choices" : "choice", Text(item, "value"));
        if (choices.Count <= Limits.Options)
            element["options"] = new JsonArray([.. choices.Select(choice => choice.Option)]);
        else
            element["option_groups"] = new JsonArray([.. choices.Chunk(Limits.Options).Select(Group)]);
        Choose(element, item, choices, isMulti);
        return isOpen ? element : InputWriter.WithPlaceholder(element, item);
    }

    /// <summary>A toggle: one checkbox. What it means when it is off stands in its id.</summary>
    public JsonObject? WriteToggle(JsonObject item, string path)
    {
        var (on, off) = (Or(Text(item, "valueOn"), On), Or(Text(item, "valueOff"), Off));
        if (off.Length > Limits.OptionValue || Option(Or(Text(item, "title"), on), on, path) is not { } option)
            return null;
        var value = Text(item, "value");
        var element = InputWriter.Named("checkboxes", "toggle", value, " " + off);
        element["options"] = new JsonArray(option);
        if (value == on)
            element["initial_options"] = new JsonArray(option.DeepClone());
        return element;
    }

    static string Or(string text, string other) => text.Length > 0 ? text : other;

    static string TypeOf(bool isMulti, bool isOpen) => (isMulti, isOpen) switch
    {
        (true, true) => "checkboxes",
        (true, false) => "multi_static_select",
        (false, true) => "radio_buttons",
        (false, false) => "static_select",
    };

    List<(string Value, JsonObject Option)> Options(JsonObject item, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var choices = new List<(string, JsonObject)>();
        foreach (var (choice, at) in Objects(item, "choices", path))
            if (choices.Count == Limits.Options * Limits.OptionGroups)
                downgrades.Add(at, "one choice too many");
            else if (Text(choice, "value") is var value && seen.Add(value) && Option(Text(choice, "title"), value, at) is { } option)
                choices.Add((value, option));
            else
                downgrades.Add(at, "a choice needs a value of its own that Slack can carry");
        return choices;
    }

    JsonObject? Option(string title, string value, string path) => Kept.WriteValue(value, options) is not { } written ? null : new JsonObject
    {
        ["text"] = TextObjects.Plain(downgrades.Cut(title, Limits.OptionText, path), Limits.OptionText),
        ["value"] = written,
    };

    static JsonNode Group((string Value, JsonObject Option)[] choices)
    {
        var (first, last) = (choices[0].Option["text"]!["text"]!.ToString(), choices[^1].Option["text"]!["text"]!.ToString());
        return new JsonObject
        {
            ["label"] = TextObjects.Plain($"{SlackText.Cut(first, 35)} – {SlackText.Cut(last, 35)}", Limits.OptionText),
            ["options"] = new JsonArray([.. choices.Select(choice => choice.Option)]),
        };
    }

    static void Choose(JsonObject element, JsonObject item, List<(string Value, JsonObject Option)> choices, bool isMulti)
    {
        var wanted = isMulti ? Text(item, "value").Split(',') : [Text(item, "value")];
        var chosen = choices.Where(choice => wanted.Contains(choice.Value)).Select(choice => choice.Option.DeepClone()).ToArray();
        if (chosen.Length > 0)
            element[isMulti ? "initial_options" : "initial_option"] = isMulti ? new JsonArray(chosen) : chosen[0];
    }
}
