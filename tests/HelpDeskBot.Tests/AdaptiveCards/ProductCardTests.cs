using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.AdaptiveCards;

/// <summary>The cards in the folder cards, each with the data of its sample (one object, or an array of them).</summary>
public class ProductCardTests
{
    static readonly string Folder = Path.Combine(RepositoryFolder.Root, "cards");

    [Fact]
    public async Task Every_card_expands_as_in_the_official_engine()
    {
        await ExpansionComparison.AssertSameAsync([.. Cases().Select(item => (item.Template, item.Data.ToJsonString()))]);
    }

    [Fact]
    public void Every_card_keeps_to_the_vocabulary()
    {
        Assert.All(Cases(), item => Assert.Empty(CardVocabulary.Check(Expand(item))));
    }

    [Fact]
    public void Every_expression_of_a_card_finds_its_data()
    {
        Assert.All(Cases(), item => Assert.DoesNotContain("${", Expand(item).ToJsonString()));
    }

    [Fact]
    public void Every_card_says_something_in_plain_text()
    {
        Assert.All(Cases(), item => Assert.NotEqual("", CardText.Render(Expand(item))));
    }

    [Fact]
    public async Task The_official_renderer_has_no_warnings_about_any_card()
    {
        var cases = Cases().ToList();
        var warnings = await Peers.RunAsync("render-check.mjs", [.. cases.Select(Expand)]);
        Assert.All(cases.Zip(warnings), pair => Assert.Equal((pair.First.Name, "[]"), (pair.First.Name, pair.Second.ToJsonString())));
    }

    [Fact]
    public void Every_card_has_samples() => Assert.True(Cases().Select(item => item.Name).Distinct().Count() >= 16);

    [Fact]
    public void What_people_typed_never_stands_where_Markdown_is_read()
    {
        const string Marker = "TYPED";
        string[] typed = ["subject", "description", "resolution", "text", "value", "answer", "by", "passage"];
        foreach (var (name, template, data) in Cases().Where(item => item.Name is not ("help.json" or "line.json" or "survey.json" or "article.json")))
        {
            var marked = Marked(data.DeepClone(), typed, Marker);
            var card = CardTemplate.Compile(name, template).Expand(marked);
            Assert.DoesNotContain(CardVocabulary.MarkdownTexts(card), text => text.Text.Contains(Marker, StringComparison.Ordinal));
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

    static JsonNode Expand((string Name, string Template, JsonNode Data) item) =>
        CardTemplate.Compile(item.Name, item.Template).Expand(item.Data);

    static IEnumerable<(string Name, string Template, JsonNode Data)> Cases() =>
        from file in Directory.GetFiles(Folder, "*.json")
        where !file.EndsWith(".sample.json", StringComparison.Ordinal)
        orderby file
        from data in Samples(Path.ChangeExtension(file, ".sample.json"))
        select (Path.GetFileName(file), File.ReadAllText(file), WithWords(data));

    // The words of the reader's language are data too, under t.
    static JsonNode WithWords(JsonNode data)
    {
        var complete = (JsonObject)data.DeepClone();
        complete["t"] = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "strings", "en.json")));
        return complete;
    }

    static IEnumerable<JsonNode> Samples(string file) =>
        JsonNode.Parse(File.ReadAllText(file)) is JsonArray cases ? cases.Select(item => item!) : [JsonNode.Parse(File.ReadAllText(file))!];
}
