using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.AdaptiveCards;

/// <summary>The cards in the folder cards, each with the data of its sample (one object, or an array of them).</summary>
public class ProductCardTests
{
    static readonly IReadOnlyList<SampleCard> Cards = [.. SampleCards.In("en"), .. SampleCards.In("de")];

    [Fact]
    public async Task Every_card_expands_as_in_the_official_engine()
    {
        await ExpansionComparison.AssertSameAsync([.. Cards.Select(card => (card.Template, card.Data.ToJsonString()))]);
    }

    [Fact]
    public void Every_card_keeps_to_the_vocabulary()
    {
        Assert.All(Cards, card => Assert.Empty(CardVocabulary.Check(card.Expand())));
    }

    [Fact]
    public void Every_expression_of_a_card_finds_its_data()
    {
        Assert.All(Cards, card => Assert.DoesNotContain("${", card.Expand().ToJsonString()));
    }

    [Fact]
    public void Every_card_says_something_in_plain_text()
    {
        Assert.All(Cards, card => Assert.NotEqual("", CardText.Render(card.Expand())));
    }

    [Fact]
    public async Task The_official_renderer_has_no_warnings_about_any_card()
    {
        var warnings = await Peers.RunAsync("render-check.mjs", [.. Cards.Select(card => card.Expand())]);
        Assert.All(Cards.Zip(warnings), pair => Assert.Equal((pair.First.Name, "[]"), (pair.First.Name, pair.Second.ToJsonString())));
    }

    [Fact]
    public void Every_card_has_samples() => Assert.True(Cards.Select(card => card.File).Distinct().Count() >= 16);

    [Fact]
    public void What_people_typed_never_stands_where_Markdown_is_read()
    {
        const string Marker = "TYPED";
        string[] typed = ["subject", "description", "resolution", "text", "value", "answer", "by", "passage"];
        foreach (var card in Cards.Where(card => card.File is not ("help.json" or "line.json" or "survey.json" or "article.json")))
        {
            var marked = card with { Data = Marked(card.Data.DeepClone(), typed, Marker) };
            Assert.DoesNotContain(CardVocabulary.MarkdownTexts(marked.Expand()), text => text.Text.Contains(Marker, StringComparison.Ordinal));
        }
    }

    static JsonNode Marked(JsonNode node, string[] typed, string marker)
    {
        switch (node)
        {
            case JsonObject known:
                foreach (var (name, value) in known.ToList())
                {
                    if (value is JsonValue text && typed.Contains(name) && text.TryGetValue<string>(out var was) && was.Length > 0)
                    {
                        known[name] = marker;
                    }
                    else if (value is not null && name != "t" && name != "choices" && name != "reasons" && name != "categories" && name != "impacts" && name != "urgencies")
                    {
                        Marked(value, typed, marker);
                    }
                }

                return known;
            case JsonArray items:
                foreach (var item in items)
                {
                    Marked(item!, typed, marker);
                }

                return items;
            default:
                return node;
        }
    }
}
