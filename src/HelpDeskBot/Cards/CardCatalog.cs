using System.Collections.Frozen;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Cards;

/// <summary>The card templates and the words of <c>cards/</c>, compiled at start: a wrong file stops it.</summary>
internal sealed class CardCatalog
{
    private readonly FrozenDictionary<string, CardTemplate> _templates;
    private readonly FrozenDictionary<string, Words> _words;

    public CardCatalog(string folder)
    {
        _templates = Directory.EnumerateFiles(folder, "*.json")
            .Where(path => !path.EndsWith(".sample.json", StringComparison.Ordinal))
            .ToFrozenDictionary(path => Path.GetFileNameWithoutExtension(path), Compile, StringComparer.Ordinal);
        _words = Directory.EnumerateFiles(Path.Combine(folder, "strings"), "*.json")
            .ToFrozenDictionary(path => Path.GetFileNameWithoutExtension(path), ReadWords, StringComparer.OrdinalIgnoreCase);
        Languages = [.. _words.OrderBy(pair => pair.Key != Language.Default).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
    }

    /// <summary>The names of all templates.</summary>
    public IEnumerable<string> Names => _templates.Keys;

    /// <summary>The words of every language, English first.</summary>
    public IReadOnlyList<Words> Languages { get; }

    /// <summary>The words of a language; English where it is not there.</summary>
    public Words WordsOf(string language) =>
        _words.GetValueOrDefault(language) ?? _words.GetValueOrDefault(Language.Base(language)) ?? _words[Language.Default];

    /// <summary>A template filled with data; <c>t</c> in it are the words of the language.</summary>
    public JsonObject Expand(string card, JsonObject data, Words words)
    {
        var root = (JsonObject)data.DeepClone();
        var tree = words.BorrowTree();
        root["t"] = tree;
        try
        {
            return _templates[card].Expand(root);
        }
        finally
        {
            root.Remove("t");
            words.ReturnTree(tree);
        }
    }

    private static CardTemplate Compile(string path) => CardTemplate.Compile(Path.GetFileName(path), File.ReadAllText(path));

    private static Words ReadWords(string path) =>
        new(Path.GetFileNameWithoutExtension(path), (JsonObject)JsonNode.Parse(File.ReadAllText(path))!);
}
