using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;

namespace HelpDeskBot.Tests.Support;

/// <summary>A card of the folder cards with the data of one of its samples.</summary>
/// <param name="Name">The file's name and which of its samples, such as <c>survey-2</c>.</param>
internal sealed record SampleCard(string Name, string File, string Template, JsonNode Data)
{
    public JsonNode Expand() => CardTemplate.Compile(File, Template).Expand(Data);
}

/// <summary>All cards in all states of their samples (a sample file holds one object, or an array of them).</summary>
internal static class SampleCards
{
    public static readonly string Folder = Path.Combine(RepositoryFolder.Root, "cards");

    /// <summary>The samples with the words of a language. What the samples quote of the English words is said in that language too.</summary>
    public static IEnumerable<SampleCard> In(string language)
    {
        var words = Words(language);
        var sayings = Sayings(Words("en"), words).ToLookup(pair => pair.English, pair => pair.Other, StringComparer.Ordinal);
        return from file in Directory.GetFiles(Folder, "*.json")
               where !file.EndsWith(".sample.json", StringComparison.Ordinal)
               orderby file
               from sample in Samples(Path.ChangeExtension(file, ".sample.json")).Index()
               select new SampleCard(
                   $"{Path.GetFileNameWithoutExtension(file)}-{sample.Index + 1}",
                   Path.GetFileName(file),
                   File.ReadAllText(file),
                   WithWords(Said(sample.Item, sayings), words));
    }

    private static JsonNode Words(string language) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "strings", language + ".json")))!;

    private static IEnumerable<JsonNode> Samples(string file) =>
        JsonNode.Parse(File.ReadAllText(file)) is JsonArray cases ? cases.Select(item => item!) : [JsonNode.Parse(File.ReadAllText(file))!];

    // The words of the reader's language are data too, under t.
    private static JsonObject WithWords(JsonNode data, JsonNode words)
    {
        var complete = (JsonObject)data;
        complete["t"] = words.DeepClone();
        return complete;
    }

    private static IEnumerable<(string English, string Other)> Sayings(JsonNode english, JsonNode other) => english switch
    {
        JsonObject group => group.SelectMany(pair => other[pair.Key] is { } same ? Sayings(pair.Value!, same) : []),
        JsonValue value when value.TryGetValue<string>(out var text) => [(text, other.GetValue<string>())],
        _ => [],
    };

    private static JsonNode Said(JsonNode node, ILookup<string, string> sayings) => node switch
    {
        JsonObject known => new JsonObject(known.Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Said(pair.Value, sayings)))),
        JsonArray items => new JsonArray([.. items.Select(item => Said(item!, sayings))]),
        JsonValue value when value.TryGetValue<string>(out var text) => sayings[text].FirstOrDefault() ?? text,
        _ => node.DeepClone(),
    };
}
