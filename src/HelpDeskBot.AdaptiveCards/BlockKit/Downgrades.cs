using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>What came out other than the card says.</summary>
sealed class Downgrades
{
    public List<CardProblem> All { get; } = [];

    /// <summary>Inputs whose value does not fit.</summary>
    public List<string> CutInputs { get; } = [];

    public void Add(string path, string message) => All.Add(new CardProblem(path, message));

    /// <summary>A text that fits, noted where it had to be shortened.</summary>
    public string Cut(string text, int length, string path)
    {
        if (text.Length > length)
            Add(path, $"{text.Length} characters; Slack takes {length}");
        return SlackText.Cut(text, length);
    }
}

/// <summary>Reads properties of a card, whatever they are.</summary>
static class CardJson
{
    public static string Text(JsonObject item, string name) => item[name] is JsonValue value ? SlackText.Clean(value.ToString()) : "";

    public static string Word(JsonObject item, string name) => Text(item, name).ToLowerInvariant();

    public static bool Is(JsonObject item, string name) => Word(item, name) == "true";

    public static IEnumerable<(JsonNode? Item, string Path)> Items(JsonObject item, string name, string path) =>
        item[name] is JsonArray items ? items.Select((node, index) => (node, $"{path}.{name}[{index}]")) : [];

    public static IEnumerable<(JsonObject Item, string Path)> Objects(JsonObject item, string name, string path) =>
        Items(item, name, path).Where(pair => pair.Item is JsonObject).Select(pair => ((JsonObject)pair.Item!, pair.Path));
}
