using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.AdaptiveCards.BlockKit;

/// <summary>Every card of the product, in every state and language, on every surface of Slack.</summary>
public class ProductBlockTests
{
    static readonly KeptData Kept = new();

    static IEnumerable<(string Name, BlockMessage Message)> Messages(Func<SampleCard, JsonNode> card) =>
        TranslatedCards.Samples.Select(sample => (sample.Name, BlockKitTranslation.ToMessage(card(sample), Kept.Options)));

    static IEnumerable<(string Name, BlockView View)> Views(Func<SampleCard, JsonNode> card) => TranslatedCards.Samples.SelectMany(sample => new[]
    {
        ($"{sample.Name} modal", BlockKitTranslation.ToModal(card(sample), Kept.Options)),
        ($"{sample.Name} home", BlockKitTranslation.ToHome([card(sample)], Kept.Options)),
    });

    static JsonNode AsItIs(SampleCard sample) => sample.Expand();

    [Fact]
    public void Slack_accepts_every_card() => AssertAccepted(AsItIs);

    [Fact]
    public void Slack_accepts_every_card_with_the_longest_texts() => AssertAccepted(LongCards.Lengthened);

    [Fact]
    public void Slack_accepts_all_cards_on_one_home_tab()
    {
        var home = BlockKitTranslation.ToHome(TranslatedCards.Samples.Select(sample => sample.Expand()), Kept.Options);
        Assert.Empty(BlockKitRules.OfView(home.View));
        Assert.Contains(home.Downgrades, problem => problem.Message.EndsWith("Slack takes 100 of 240000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_card_is_of_the_types_that_Slack_publishes()
    {
        var cases = Messages(AsItIs).Concat(Messages(LongCards.Lengthened))
            .SelectMany(said => said.Message.Pages.Select(page => SlackTypes.Case(said.Name, "blocks", page.Blocks)))
            .Concat(Views(AsItIs).Concat(Views(LongCards.Lengthened)).Select(shown => SlackTypes.Case(shown.Name, SlackTypes.OfView(shown.View.View), shown.View.View)))
            .ToList();
        await SlackTypes.AssertAsync(cases);
    }

    [Fact]
    public async Task What_is_not_of_these_types_is_found()
    {
        var errors = await SlackTypes.ErrorsAsync(
            [
                SlackTypes.Case("header", "blocks", JsonNode.Parse("""[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]""")!),
                SlackTypes.Case("unknown", "blocks", JsonNode.Parse("""[{"type":"divider","colour":"red"}]""")!),
                SlackTypes.Case("view", "ModalView", JsonNode.Parse("""{"type":"modal","blocks":[]}""")!),
                SlackTypes.Case("good", "blocks", JsonNode.Parse("""[{"type":"divider"}]""")!),
            ]);
        Assert.Equal([true, true, true, false], errors.Select(found => found.AsArray().Count > 0));
    }

    [Fact]
    public void Every_card_fits_one_message_and_loses_nothing()
    {
        foreach (var sample in TranslatedCards.Samples.Where(sample => !TranslatedCards.IsForm(sample)))
        {
            var message = BlockKitTranslation.ToMessage(sample.Expand(), Kept.Options);
            Assert.Equal((sample.Name, 1, ""), (sample.Name, message.Pages.Count, string.Join('\n', message.Downgrades)));
        }
    }

    [Fact]
    public void Every_form_is_a_modal_with_all_its_fields_and_its_buttons()
    {
        foreach (var sample in TranslatedCards.Samples.Where(TranslatedCards.IsForm))
        {
            var (card, view) = (sample.Expand(), BlockKitTranslation.ToModal(sample.Expand(), Kept.Options));
            var inputs = All(card).Where(item => item["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true).Select(item => item["id"]!.ToString());
            Assert.Equal(inputs, view.View["blocks"]!.AsArray().Where(block => block!["type"]!.ToString() == "input").Select(block => block!["block_id"]!.ToString()));
            var buttons = All(view.View["blocks"]).Count(item => item["type"]?.ToString() == "button") + (view.View.ContainsKey("submit") ? 1 : 0);
            Assert.Equal(All(card).Count(item => item["type"]?.ToString() == "Action.Execute"), buttons);
            Assert.Empty(view.CutInputs);
        }
    }

    [Fact]
    public void Every_message_has_rich_text_so_that_any_other_card_may_take_its_place() =>
        Assert.All(Messages(AsItIs), said => Assert.Contains(said.Message.Pages[0].Blocks, block => block!["type"]!.ToString() == "rich_text"));

    [Fact]
    public void Our_own_words_keep_their_format()
    {
        var status = TranslatedCards.Samples.First(sample => sample.File == "ticket-agent.json");
        var blocks = BlockKitTranslation.ToMessage(status.Expand(), Kept.Options).Pages[0].Blocks;
        Assert.Contains(All(blocks), item => item["type"]?.ToString() == "mrkdwn" && item["text"]!.ToString() == "*HD-1042 · P3*");
        var help = BlockKitTranslation.ToMessage(TranslatedCards.CardOf("""{"type":"TextBlock","text":"Type **my tickets** or [look](/kb)"}"""), Kept.Options);
        Assert.Equal(
            """[{"type":"text","text":"Type "},{"type":"text","text":"my tickets","style":{"bold":true}},{"type":"text","text":" or "},{"type":"link","url":"https://help.example.com/kb","text":"look"}]""",
            help.Pages[0].Blocks[0]!["elements"]![0]!["elements"]!.ToJsonString());
    }

    static void AssertAccepted(Func<SampleCard, JsonNode> card)
    {
        Assert.All(Messages(card).SelectMany(said => said.Message.Pages.Select(page => (said.Name, page))), said =>
        {
            Assert.Equal((said.Name, ""), (said.Name, string.Join('\n', BlockKitRules.OfMessage(said.page.Blocks))));
            Assert.True(said.page.Text.Length is > 0 and <= 4000, said.Name);
        });
        Assert.All(Views(card), shown => Assert.Equal((shown.Name, ""), (shown.Name, string.Join('\n', BlockKitRules.OfView(shown.View.View)))));
    }

    static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(pair => All(pair.Value)).Prepend(item),
        JsonArray items => items.SelectMany(All),
        _ => [],
    };
}
