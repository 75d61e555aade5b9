using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.Vocabulary;

/// <summary>Finds the texts that renderers read as Markdown, wherever in a card they are.</summary>
static class MarkdownSearch
{
    public static void Collect(JsonNode? node, string path, List<(string Path, string Text)> texts)
    {
        if (node is JsonArray items)
            for (var i = 0; i < items.Count; i++)
                Collect(items[i], $"{path}[{i}]", texts);
        if (node is not JsonObject item)
            return;
        foreach (var name in MarkdownProperties(item, path))
            if (item[name] is JsonValue value && value.TryGetValue<string>(out var text))
                texts.Add(($"{path}.{name}", text));
        foreach (var (name, value) in item)
            // What a button carries is not shown, and the titles of a drop-down list are shown as they are.
            if (name != "data" && !(name == "choices" && IsDropDown(item)))
                Collect(value, $"{path}.{name}", texts);
    }

    static bool IsDropDown(JsonObject item) =>
        item["type"]?.ToString() == "Input.ChoiceSet" && item["style"]?.ToString() is null or "compact" && item["isMultiSelect"]?.ToString() is not "true";

    /// <summary>Facts and choices need no type: their place tells. Toggles and choices are drawn as TextBlocks.</summary>
    static string[] MarkdownProperties(JsonObject item, string path) => item["type"]?.ToString() switch
    {
        "TextBlock" => ["text"],
        "Input.Toggle" => ["title"],
        _ when path.Contains(".facts[", StringComparison.Ordinal) => ["title", "value"],
        _ when path.Contains(".choices[", StringComparison.Ordinal) => ["title"],
        _ => [],
    };
}
