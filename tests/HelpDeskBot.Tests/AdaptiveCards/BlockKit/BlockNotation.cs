using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.AdaptiveCards.BlockKit;

/// <summary>Blocks in one short line, so that a test shows what they say.</summary>
internal static class BlockNotation
{
    public static string Of(JsonArray blocks) => string.Join("; ", blocks.Select(block => Block((JsonObject)block!)));

    static string Block(JsonObject block) => Text(block, "type") switch
    {
        "rich_text" => $"rich({string.Join(' ', Items(block, "elements").Select(Rich))})",
        "header" => $"header({Text(block["text"]!, "text")})",
        "context" => $"context({string.Join('|', Items(block, "elements").Select(Said))})",
        "section" when block["fields"] is not null => $"section[{string.Join('|', Items(block, "fields").Select(Said))}]",
        "section" => $"section({Said(block["text"]!)}){(block["accessory"] is { } accessory ? "+" + Button(accessory) : "")}",
        "actions" => $"actions({string.Join(' ', Items(block, "elements").Select(Button))})",
        "image" => $"image({Text(block, "image_url")} {Text(block, "alt_text")})",
        "input" => $"input({Text(block, "block_id")} {Text(block["label"]!, "text")}{(block["optional"]!.GetValue<bool>() ? "" : "!")} {Element(block["element"]!)})",
        var type => type,
    };

    static string Rich(JsonNode element) => Text(element, "type") == "rich_text_list"
        ? $"{Text(element, "style")}: {string.Join(' ', Items(element, "elements").Select(item => $"[{Runs(item)}]"))}"
        : $"{Text(element, "type")["rich_text_".Length..]}: {Runs(element)}";

    static string Runs(JsonNode element) => string.Join(' ', Items(element, "elements").Select(run =>
        $"{(run["style"] is JsonObject style ? style.First().Key[..1] : "")}'{Text(run, "text").Replace("\n", "\\n", StringComparison.Ordinal)}'"));

    static string Said(JsonNode text) => Text(text, "text").Replace("\n", "\\n", StringComparison.Ordinal) + (Text(text, "type") == "mrkdwn" ? "m" : "");

    static string Button(JsonNode button) =>
        $"button({Text(button, "action_id")} {Text(button["text"]!, "text")} {Text(button, "value")}{Text(button, "url")}{(button["style"] is { } style ? " " + style : "")})";

    static string Element(JsonNode element)
    {
        var parts = new List<string> { Text(element, "type"), Text(element, "action_id") };
        if (element["max_length"] is { } most && most.GetValue<int>() < 3000)
            parts.Add($"max {most}");
        if (element["options"] is not null)
            parts.Add($"[{string.Join(' ', Items(element, "options").Select(option => Text(option, "value")))}]");
        if (element["initial_option"] is { } chosen)
            parts.Add(Text(chosen, "value"));
        if (element["initial_options"] is not null)
            parts.Add(string.Join(',', Items(element, "initial_options").Select(option => Text(option, "value"))));
        if ((element["initial_value"] ?? element["initial_date"] ?? element["initial_time"]) is { } value)
            parts.Add($"'{value}'");
        return string.Join(' ', parts);
    }

    static IEnumerable<JsonNode> Items(JsonNode node, string name) => node[name]!.AsArray().Select(item => item!);

    static string Text(JsonNode node, string name) => node[name]?.ToString() ?? "";
}
