using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.AdaptiveCards.BlockKit;

/// <summary>The product's cards, and somewhere to keep what Slack cannot carry.</summary>
internal static class TranslatedCards
{
    public static readonly IReadOnlyList<SampleCard> Samples = [.. SampleCards.In("en"), .. SampleCards.In("de")];

    public static readonly Uri Address = new("https://help.example.com");

    /// <summary>A form is opened for one person as a modal; other cards are messages.</summary>
    public static bool IsForm(SampleCard card) => card.File.StartsWith("form-", StringComparison.Ordinal);

    public static bool HasInputs(JsonNode? card) => card switch
    {
        JsonObject item => item["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true || item.Any(pair => HasInputs(pair.Value)),
        JsonArray items => items.Any(HasInputs),
        _ => false,
    };

    public static JsonObject CardOf(params string[] elements) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray([.. elements.Select(element => JsonNode.Parse(element))]),
    };
}

/// <summary>Keeps data under short keys, as a host does.</summary>
internal sealed class KeptData
{
    private readonly Dictionary<string, JsonObject> _data = new(StringComparer.Ordinal);

    public KeptData() => Options = new BlockKitOptions { BaseAddress = TranslatedCards.Address, Keep = Keep, Close = "Cancel" };

    public BlockKitOptions Options { get; }

    public int Count => _data.Count;

    public JsonObject? Find(string key) => _data.GetValueOrDefault(key);

    private string Keep(JsonObject data)
    {
        var key = $"k{Math.Abs(data.ToJsonString().GetHashCode(StringComparison.Ordinal))}";
        _data[key] = (JsonObject)data.DeepClone();
        return key;
    }
}
