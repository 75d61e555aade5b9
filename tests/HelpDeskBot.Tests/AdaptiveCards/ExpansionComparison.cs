using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.AdaptiveCards;

/// <summary>Expands the same templates here and with the official engine, and says where the cards differ.</summary>
static class ExpansionComparison
{
    public static async Task AssertSameAsync(IReadOnlyList<(string Template, string Data)> cases)
    {
        var differences = await DifferencesAsync(cases);
        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ:\n{string.Join("\n\n", differences.Take(5))}");
    }

    public static async Task<IReadOnlyList<string>> DifferencesAsync(IReadOnlyList<(string Template, string Data)> cases)
    {
        var lines = cases.Select(JsonNode (item) => new JsonObject
        {
            ["template"] = JsonNode.Parse(item.Template),
            ["data"] = JsonNode.Parse(item.Data),
        });
        var answers = await Peers.RunAsync("expand.mjs", [.. lines]);
        return [.. cases.Zip(answers, Difference).OfType<string>()];
    }

    static string? Difference((string Template, string Data) item, JsonNode theirs)
    {
        var (ours, error) = Expand(item);
        var refused = theirs["card"] is not JsonObject;
        return (refused && ours is null) || (!refused && JsonNode.DeepEquals(ours, theirs["card"]))
            ? null
            : $"{item.Template} with {item.Data}: {ours?.ToJsonString() ?? error} but officially {theirs.ToJsonString()}";
    }

    static (JsonNode? Card, string? Error) Expand((string Template, string Data) item)
    {
        try
        {
            // Read back, so that numbers compare as they would arrive.
            var card = CardTemplate.Compile("case", item.Template).Expand(JsonNode.Parse(item.Data));
            return (JsonNode.Parse(card.ToJsonString()), null);
        }
        catch (CardTemplateException error)
        {
            return (null, error.Message);
        }
    }
}
