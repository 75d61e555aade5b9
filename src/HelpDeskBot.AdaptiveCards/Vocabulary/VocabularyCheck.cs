using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.Vocabulary;

/// <summary>Walks one card along the rules and notes what they do not allow.</summary>
sealed class VocabularyCheck
{
    const int MaxDepth = 64;

    static readonly string[] Versions = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"];

    readonly HashSet<string> inputs = new(StringComparer.Ordinal);
    int depth;

    public List<CardProblem> Problems { get; } = [];

    public void Card(JsonNode? card)
    {
        Object(card, "$", Rules.Card);
        if (Text(card as JsonObject, "version") is { } version && !Versions.Contains(version))
            Report("$.version", $"version {version} is not one of {string.Join(", ", Versions)}");
    }

    void Object(JsonNode? node, string path, Rule rule)
    {
        if (node is not JsonObject item)
        {
            Report(path, $"{rule.Type} must be an object");
            return;
        }
        if (++depth > MaxDepth)
            Report(path, $"nested more than {MaxDepth} levels deep");
        else
            Properties(item, path, rule);
        depth--;
    }

    void Properties(JsonObject item, string path, Rule rule)
    {
        CheckType(item, path, rule);
        foreach (var name in rule.Required)
            if (!item.ContainsKey(name))
                Report(path, $"{rule.Type} needs {name}");
        foreach (var (name, value) in item)
            if (name != "type")
                Property(rule, name, value, $"{path}.{name}");
        if (rule.Type.StartsWith("Input.", StringComparison.Ordinal) && Text(item, "id") is { } id && !inputs.Add(id))
            Report($"{path}.id", $"another input has the id '{id}'");
    }

    void CheckType(JsonObject item, string path, Rule rule)
    {
        var type = Text(item, "type");
        if (type != rule.Type && !(rule.TypeIsOptional && !item.ContainsKey("type")))
            Report(path, $"the type must be {rule.Type}, not {type ?? "missing"}");
    }

    void Property(Rule rule, string name, JsonNode? value, string path)
    {
        if (!rule.Properties.TryGetValue(name, out var slot))
            Report(path, $"{rule.Type} has no property {name}");
        else if (value is null)
            Report(path, "is null; leave it out");
        else
            Fill(slot, value, path);
    }

    void Fill(Slot slot, JsonNode value, string path)
    {
        switch (slot)
        {
            case Slot.Value: break;
            case Slot.Text: CheckText(value, path); break;
            case Slot.Elements: Each(value, path, (item, at) => OneOf(Rules.Elements, "element", item, at)); break;
            case Slot.Columns: Each(value, path, (item, at) => Object(item, at, Rules.Column)); break;
            case Slot.Inlines: Each(value, path, Inline); break;
            case Slot.Facts: Each(value, path, (item, at) => Object(item, at, Rules.Fact)); break;
            case Slot.Choices: Each(value, path, (item, at) => Object(item, at, Rules.Choice)); break;
            case Slot.Action: OneOf(Rules.Actions, "action", value, path); break;
            case Slot.Actions: Each(value, path, Button); break;
            case Slot.Execute: Object(value, path, Rules.Execute); break;
            case Slot.Refresh: Object(value, path, Rules.Refresh); break;
            default: Fallback(slot, value, path); break;
        }
    }

    void Fallback(Slot slot, JsonNode value, string path)
    {
        if (value is JsonValue text && text.TryGetValue<string>(out var word) && word == "drop")
            return;
        if (slot == Slot.ElementFallback)
            OneOf(Rules.Elements, "element", value, path);
        else if (slot == Slot.ExecuteFallback && Text(value as JsonObject, "type") == Rules.Submit.Type)
            Object(value, path, Rules.Submit);
        else
            OneOf(Rules.Actions, "action", value, path);
    }

    void OneOf(FrozenDictionary<string, Rule> rules, string what, JsonNode? value, string path)
    {
        var type = Text(value as JsonObject, "type");
        if (type is not null && rules.TryGetValue(type, out var rule))
            Object(value, path, rule);
        else
            Report(path, $"{type ?? "something without a type"} is not an {what} of the vocabulary");
    }

    /// <summary>The schema lets an action go without a title; a button cannot.</summary>
    void Button(JsonNode? value, string path)
    {
        OneOf(Rules.Actions, "action", value, path);
        if (string.IsNullOrWhiteSpace(Text(value as JsonObject, "title")))
            Report(path, "a button needs a title");
    }

    void Inline(JsonNode? value, string path)
    {
        if (value is not JsonValue { } text || text.GetValueKind() != JsonValueKind.String)
            Object(value, path, Rules.TextRun);
    }

    void Each(JsonNode value, string path, Action<JsonNode?, string> check)
    {
        if (value is not JsonArray items)
        {
            Report(path, "must be an array");
            return;
        }
        for (var i = 0; i < items.Count; i++)
            check(items[i], $"{path}[{i}]");
    }

    void CheckText(JsonNode value, string path)
    {
        if (value.GetValueKind() != JsonValueKind.String)
            Report(path, "must be a string");
    }

    void Report(string path, string message) => Problems.Add(new CardProblem(path, message));

    static string? Text(JsonObject? item, string name) =>
        item?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
