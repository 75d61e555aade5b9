using System.Globalization;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>What people press and fill in.</summary>
internal sealed partial class BlockKitRules
{
    private static readonly string[] Menus = ["static_select", "multi_static_select", "radio_buttons", "checkboxes"];

    private void Element(JsonObject element, string at)
    {
        Need(Text(element, "action_id").Length is > 0 and <= 255, at, "action_id");
        if (element["placeholder"] is { } placeholder)
        {
            Plain(placeholder, at, 150);
        }

        switch (Text(element, "type"))
        {
            case "button": Button(element, at); break;
            case "plain_text_input": TextInput(element, at); break;
            case "datepicker": Picker(element, at, "initial_date", "yyyy-MM-dd"); break;
            case "timepicker": Picker(element, at, "initial_time", "HH:mm"); break;
            case "number_input": NumberInput(element, at); break;
            case var type when Menus.Contains(type): Choices(element, at, type); break;
            case var type: Need(false, at, $"no element {type}"); break;
        }
    }

    private void Button(JsonObject button, string at)
    {
        Closed(button, at, "type action_id text url value style confirm accessibility_label");
        Plain(button["text"], at, 75);
        Need(!button.ContainsKey("value") || Text(button, "value").Length is > 0 and <= 2000, at, "value");
        Need(!button.ContainsKey("url") || IsUrl(Text(button, "url")), at, "url");
        Need(!button.ContainsKey("style") || Text(button, "style") is "primary" or "danger", at, "style");
    }

    private void TextInput(JsonObject input, string at)
    {
        Closed(input, at, "type action_id initial_value multiline min_length max_length placeholder focus_on_load dispatch_action_config");
        var most = input["max_length"]?.GetValue<int>() ?? 3000;
        Need(most is > 0 and <= 3000, at, "max_length");
        Need(Text(input, "initial_value").Length <= most, at, "initial_value is longer than may be typed");
    }

    private void Picker(JsonObject picker, string at, string initial, string format)
    {
        Closed(picker, at, $"type action_id placeholder {initial}");
        Need(!picker.ContainsKey(initial) || DateTime.TryParseExact(Text(picker, initial), format, CultureInfo.InvariantCulture, default, out _), at, initial);
    }

    private void NumberInput(JsonObject input, string at)
    {
        Closed(input, at, "type action_id is_decimal_allowed initial_value min_value max_value placeholder");
        Need(input["is_decimal_allowed"] is not null, at, "is_decimal_allowed");
    }

    private void Choices(JsonObject element, string at, string type)
    {
        var isOpen = type is "radio_buttons" or "checkboxes";
        var isMulti = type is "checkboxes" or "multi_static_select";
        var initial = isMulti ? "initial_options" : "initial_option";
        Closed(element, at, $"type action_id options {initial}{(isOpen ? "" : " option_groups placeholder")}");
        Need((element["options"] is null) != (element["option_groups"] is null), at, "options or option_groups");
        var options = new List<JsonNode?>(element["options"] as JsonArray ?? []);
        Each(element, "options", at, isOpen ? 10 : 100, Option);
        Each(element, "option_groups", at, 100, (group, path) =>
        {
            Closed(group as JsonObject ?? [], path, "label options");
            Plain(group?["label"], path, 75);
            options.AddRange(group?["options"] as JsonArray ?? []);
            Each(group as JsonObject ?? [], "options", path, 100, Option);
        });
        var values = options.Select(option => Text(option as JsonObject, "value")).ToList();
        Need(values.Distinct().Count() == values.Count, at, "two options have the same value");
        var chosen = isMulti ? element[initial] as JsonArray ?? [] : [element[initial]?.DeepClone()];
        Need(!isMulti || !element.ContainsKey(initial) || chosen.Count > 0, at, "initial_options is empty");
        Need(chosen.All(choice => choice is null || options.Exists(option => JsonNode.DeepEquals(option, choice))), at, "initial option is none of the options");
    }

    private void Option(JsonNode? option, string at)
    {
        Closed(option as JsonObject ?? [], at, "text value description");
        Plain(option?["text"], at, 75);
        Need(Text(option as JsonObject, "value").Length is > 0 and <= 150, at, "value");
    }
}
