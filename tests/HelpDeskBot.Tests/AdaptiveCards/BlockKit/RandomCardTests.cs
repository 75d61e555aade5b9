using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.AdaptiveCards.BlockKit;

/// <summary>Whatever looks like a card, and much that does not, comes out as something Slack takes.</summary>
public class RandomCardTests
{
    const int MaxDepth = 3;

    static readonly string[] Types =
    [
        "TextBlock", "RichTextBlock", "TextRun", "FactSet", "ColumnSet", "Container", "Image", "ActionSet", "Input.Text", "Input.ChoiceSet", "Input.Toggle",
        "Input.Date", "Input.Time", "Input.Number", "Action.Execute", "Action.OpenUrl", "Action.Submit", "Video", "",
    ];

    static readonly string[] Lists = ["body", "items", "columns", "actions", "inlines", "facts", "choices"];

    static readonly string[] Names =
    [
        "text", "title", "value", "label", "id", "placeholder", "url", "altText", "style", "size", "weight", "color", "isSubtle", "isVisible", "separator",
        "isMultiSelect", "isMultiline", "isRequired", "maxLength", "min", "max", "valueOn", "valueOff", "verb", "fontType", "fallback", "selectAction", "data",
        "associatedInputs", "isEnabled", "fallbackText",
    ];

    static readonly string[] Values =
    [
        "", " ", "a", "*b*", "emphasis", "attention", "positive", "destructive", "expanded", "compact", "small", "large", "bolder", "monospace", "none", "drop",
        "https://x.example/y", "/relative", "2026-01-01", "09:00", "12", "true", "false", "- item", "1. item", "[a](https://b.example)", "**", "`", "\uD83D", "\0", "\n\n",
    ];

    [Fact]
    public void Every_card_is_accepted_and_reads_back()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var card = Object(new Random(seed), MaxDepth);
            var kept = new KeptData();
            var options = seed % 3 == 0 ? new BlockKitOptions() : kept.Options;
            foreach (var page in BlockKitTranslation.ToMessage(card, options).Pages)
                AssertNone(seed, BlockKitRules.OfMessage(page.Blocks));
            var modal = BlockKitTranslation.ToModal(card, options).View;
            AssertNone(seed, BlockKitRules.OfView(modal));
            AssertNone(seed, BlockKitRules.OfView(BlockKitTranslation.ToHome([card, card], options).View));
            _ = BlockKitAnswers.Submission(Filled.In(modal), kept.Find);
        }
    }

    [Fact]
    public void A_card_too_deep_to_walk_is_no_danger()
    {
        JsonNode item = new JsonObject { ["type"] = "TextBlock", ["text"] = new string('*', 20_000) + string.Concat(Enumerable.Repeat("*_", 5_000)) };
        for (var i = 0; i < 70; i++)
            item = new JsonObject { ["type"] = i % 2 == 0 ? "Container" : "Video", [i % 2 == 0 ? "items" : "fallback"] = i % 2 == 0 ? new JsonArray(item) : item };
        var message = BlockKitTranslation.ToMessage(new JsonObject { ["body"] = new JsonArray(item) }, new BlockKitOptions());
        Assert.Contains(message.Downgrades, problem => problem.Message is "nested more than 64 levels deep" or "Video is not shown");
    }

    static void AssertNone(int seed, IReadOnlyList<string> problems) => Assert.Equal((seed, ""), (seed, string.Join('\n', problems)));

    static JsonObject Object(Random random, int depth)
    {
        var item = new JsonObject { ["type"] = Pick(random, Types) };
        foreach (var name in Lists.Where(_ => depth > 0 && random.Next(depth == MaxDepth ? 2 : 5) == 0))
            item[name] = new JsonArray([.. Enumerable.Range(0, random.Next(20) == 0 ? 30 : random.Next(4)).Select(_ => Node(random, depth - 1))]);
        foreach (var name in Names.Where(_ => random.Next(3) == 0))
            item[name] = random.Next(4) == 0 && depth > 0 ? Node(random, depth - 1) : Value(random);
        return item;
    }

    static JsonNode? Node(Random random, int depth) => random.Next(12) == 0 ? Value(random) : Object(random, depth);

    static JsonNode? Value(Random random) => random.Next(12) switch
    {
        0 => null,
        1 => random.Next(-5, 5000),
        2 => random.Next(2) == 0,
        3 => new string('w', random.Next(4000)),
        _ => Pick(random, Values),
    };

    static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
