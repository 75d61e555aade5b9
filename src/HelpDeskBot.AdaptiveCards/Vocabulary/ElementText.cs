using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.Vocabulary;

/// <summary>The lines each element of the vocabulary says.</summary>
static class ElementText
{
    const int MaxDepth = 64;

    public static IEnumerable<string> Card(JsonObject card) => [.. Elements(card["body"], 1), Buttons(card["actions"])];

    public static string Text(JsonObject item, string name) => item[name] is JsonValue value ? value.ToString() : "";

    static IEnumerable<string> Elements(JsonNode? items, int depth) =>
        depth > MaxDepth ? [] : Objects(items).Where(IsVisible).SelectMany(item => Element(item, depth));

    static IEnumerable<string> Element(JsonObject item, int depth) => Text(item, "type") switch
    {
        "TextBlock" => [Text(item, "text")],
        "RichTextBlock" => [string.Concat(Items(item["inlines"]).Select(Run))],
        "FactSet" => Objects(item["facts"]).Select(fact => $"{Text(fact, "title")}: {Text(fact, "value")}"),
        "Container" => [.. Elements(item["items"], depth + 1), Button(item["selectAction"])],
        "ColumnSet" => [.. Columns(Objects(item["columns"]).Where(IsVisible), depth + 1), Button(item["selectAction"])],
        "Image" => [Text(item, "altText"), Button(item["selectAction"])],
        "ActionSet" => [Buttons(item["actions"])],
        "Input.ChoiceSet" => [Labelled(item, string.Join(" / ", Objects(item["choices"]).Select(choice => Text(choice, "title"))))],
        "Input.Toggle" => [Labelled(item, Text(item, "title"))],
        "Input.Text" => [Labelled(item, Text(item, "placeholder")), Button(item["inlineAction"])],
        "Input.Date" or "Input.Time" or "Input.Number" => [Labelled(item, Text(item, "placeholder"))],
        _ => [],
    };

    static IEnumerable<string> Columns(IEnumerable<JsonObject> columns, int depth)
    {
        var texts = columns
            .Select(column => string.Join('\n', (string[])[.. Elements(column["items"], depth), Button(column["selectAction"])]).Trim())
            .Where(text => text.Length > 0)
            .ToList();
        return [string.Join(texts.Exists(text => text.Contains('\n', StringComparison.Ordinal)) ? "\n" : " | ", texts)];
    }

    static string Run(JsonNode? inline) => inline is JsonObject run ? Text(run, "text") : inline?.ToString() ?? "";

    static string Labelled(JsonObject input, string text)
    {
        var label = Text(input, "label").Trim();
        return label.Length == 0 || text.Length == 0 ? label + text : $"{label.TrimEnd(':')}: {text}";
    }

    static string Buttons(JsonNode? actions) => string.Join(' ', Objects(actions).Select(Button).Where(button => button.Length > 0));

    static string Button(JsonNode? action) => action is JsonObject item && Text(item, "title") is { Length: > 0 } title ? $"[{title}]" : "";

    static bool IsVisible(JsonObject item) => item["isVisible"]?.GetValueKind() != JsonValueKind.False;

    static IEnumerable<JsonObject> Objects(JsonNode? items) => Items(items).OfType<JsonObject>();

    static IEnumerable<JsonNode?> Items(JsonNode? items) => items as JsonArray ?? Enumerable.Empty<JsonNode?>();
}
