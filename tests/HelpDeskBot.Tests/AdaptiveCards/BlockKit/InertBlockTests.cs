using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.AdaptiveCards.BlockKit;

/// <summary>Nothing that people type does anything in Slack, in whatever field of whatever card it stands.</summary>
public class InertBlockTests
{
    const string Harmless = "harmless";

    static readonly string[] Shown = ["text", "title", "value", "label", "placeholder", "altText", "url", "verb", "fallbackText"];

    static readonly IReadOnlyList<JsonObject> Cards = [.. TranslatedCards.Samples.Select(sample => (JsonObject)sample.Expand())];

    [Fact]
    public void There_are_500_texts_that_would_do_something()
    {
        Assert.True(HostileTexts.All.Distinct().Count() >= 500);
        var live = HostileTexts.All.Count(text => LiveTokens.In(Markup(text)).Count > 0);
        Assert.True(live >= 500, $"{live} of them would be live as mrkdwn");
        Assert.Equal(
            ["*b*", ":fire:", "<!channel>", "> q", "@here"],
            LiveTokens.In(Markup("<!channel> *b* :fire: @here\n> q")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_people_typed_is_shown_as_it_is_and_does_nothing()
    {
        foreach (var card in Cards)
        {
            var expected = Live(With(card, Harmless, isTyped: true));
            foreach (var text in HostileTexts.All)
                Assert.Equal(expected, Live(With(card, text, isTyped: true)));
        }
    }

    [Fact]
    public void Not_even_in_our_own_words_is_anybody_called()
    {
        foreach (var card in Cards)
            foreach (var text in HostileTexts.All)
                Assert.DoesNotContain(Live(With(card, text, isTyped: false)), LiveTokens.IsCall);
    }

    [Fact]
    public void Words_without_a_card_do_nothing_either()
    {
        foreach (var page in HostileTexts.All.SelectMany(text => BlockKitTranslation.ToMessage(text).Pages))
        {
            Assert.Empty(LiveTokens.In(page.Blocks));
            Assert.Empty(LiveTokens.InMessageText(page.Text));
            Assert.Empty(BlockKitRules.OfMessage(page.Blocks));
        }
    }

    [Fact]
    public void Typed_text_arrives_whole_and_unchanged()
    {
        foreach (var text in HostileTexts.All.Where(text => !text.Any(char.IsControl) && !text.Contains('\uD83D')))
        {
            var element = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text }) };
            var blocks = BlockKitTranslation.ToMessage(TranslatedCards.CardOf(element.ToJsonString()), new BlockKitOptions()).Pages[0].Blocks;
            Assert.Equal(text, string.Concat(blocks.Select(block => block!["elements"]![0]!["elements"]![0]!["text"]!.ToString())));
        }
    }

    /// <summary>Everything live on every surface.</summary>
    static List<string> Live(JsonObject card)
    {
        var message = BlockKitTranslation.ToMessage(card, new KeptData().Options);
        var modal = BlockKitTranslation.ToModal(card, new KeptData().Options).View;
        return [
            .. message.Pages.SelectMany(page => LiveTokens.In(page.Blocks).Concat(LiveTokens.InMessageText(page.Text))),
            .. LiveTokens.In(modal),
        ];
    }

    /// <summary>The card with the text in every field that people fill, or in every field there is.</summary>
    static JsonObject With(JsonObject card, string text, bool isTyped)
    {
        var copy = (JsonObject)card.DeepClone();
        Fill(copy, text, isTyped);
        return copy;
    }

    static void Fill(JsonNode? node, string text, bool isTyped)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                Fill(item, text, isTyped);
        if (node is not JsonObject known)
            return;
        var type = known["type"]?.ToString();
        foreach (var (name, value) in known.ToList())
            if (value is JsonValue && Shown.Contains(name) && (!isTyped || (type != "TextBlock" && name is not ("url" or "verb"))))
                known[name] = text;
            else
                Fill(value, text, isTyped);
    }

    static JsonObject Markup(string text) => new() { ["type"] = "mrkdwn", ["text"] = text };
}
