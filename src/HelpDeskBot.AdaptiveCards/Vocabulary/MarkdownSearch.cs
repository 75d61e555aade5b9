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
            // What a button carries is not shown.
            if (name != "data")
                Collect(value, $"{path}.{name}", texts);
    }

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
