using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>What Slack's client says about the inputs of blocks that nobody has touched.</summary>
internal static class Filled
{
    /// <summary>The view as it is submitted, with its state.</summary>
    public static JsonObject In(JsonObject view)
    {
        var submitted = (JsonObject)view.DeepClone();
        submitted["state"] = StateOf(view["blocks"]!.AsArray());
        return submitted;
    }

    public static JsonObject StateOf(JsonArray blocks) => new()
    {
        ["values"] = new JsonObject(blocks.Where(block => block!["type"]!.ToString() == "input").Select(block => KeyValuePair.Create<string, JsonNode?>(
            block!["block_id"]!.ToString(),
            new JsonObject { [block["element"]!["action_id"]!.ToString()] = ValueOf(block["element"]!) }))),
    };

    /// <summary>Types into a field, or chooses what has this value.</summary>
    public static void Fill(JsonArray blocks, JsonObject state, string input, string value)
    {
        var element = blocks.Single(block => block!["block_id"]?.ToString() == input)!["element"]!;
        var filled = state["values"]![input]![element["action_id"]!.ToString()]!;
        switch (element["type"]!.ToString())
        {
            case "plain_text_input" or "number_input": filled["value"] = value; break;
            case "datepicker": filled["selected_date"] = value; break;
            case "timepicker": filled["selected_time"] = value; break;
            default: filled["selected_option"] = element["options"]!.AsArray().Single(option => option!["value"]!.ToString() == value)!.DeepClone(); break;
        }
    }

    private static JsonObject ValueOf(JsonNode element)
    {
        var type = element["type"]!.ToString();
        var (name, initial) = type switch
        {
            "plain_text_input" or "number_input" => ("value", "initial_value"),
            "datepicker" => ("selected_date", "initial_date"),
            "timepicker" => ("selected_time", "initial_time"),
            "checkboxes" or "multi_static_select" => ("selected_options", "initial_options"),
            _ => ("selected_option", "initial_option"),
        };
        return new JsonObject { ["type"] = type, [name] = element[initial]?.DeepClone() ?? (name == "selected_options" ? new JsonArray() : null) };
    }
}
