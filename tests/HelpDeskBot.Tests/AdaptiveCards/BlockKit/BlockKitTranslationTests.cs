using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.AdaptiveCards.BlockKit;

/// <summary>How each element of the vocabulary looks in Slack.</summary>
public class BlockKitTranslationTests
{
    [Theory]
    [InlineData("""{"type":"TextBlock","text":"A *b* line"}""",
        """rich(section: 'A ' i'b' ' line')""")]
    [InlineData("""{"type":"TextBlock","text":"Big","size":"large"},{"type":"TextBlock","text":"more"}""",
        """header(Big); rich(section: 'more')""")]
    [InlineData("""{"type":"TextBlock","text":"**Small**","isSubtle":true},{"type":"TextBlock","text":"more"}""",
        """context(*Small*m); rich(section: 'more')""")]
    [InlineData("""{"type":"TextBlock","text":"one\n- two\n- **three**\n1. four"}""",
        """rich(section: 'one' bullet: ['two'] [b'three'] ordered: ['four'])""")]
    [InlineData("""{"type":"TextBlock","text":"2. two\n3. three"}""",
        """rich(section: '2. ' 'two' '\n' '3. ' 'three')""")]
    [InlineData("""{"type":"TextBlock","text":"a"},{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"*b*","weight":"bolder"},"c"]}""",
        """rich(section: 'a' '\n' b'*b*' 'c')""")]
    [InlineData("""{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"x = 1","fontType":"monospace"}]}""",
        """rich(preformatted: 'x = 1')""")]
    [InlineData("""{"type":"FactSet","facts":[{"title":"Owner","value":"Bo"},{"title":"Due:","value":"today"}]}""",
        """rich(section: b'Owner: ' 'Bo' '\n' b'Due: ' 'today')""")]
    [InlineData("""{"type":"Container","style":"emphasis","items":[{"type":"RichTextBlock","inlines":["said"]}]}""",
        """rich(quote: 'said')""")]
    [InlineData("""{"type":"Container","style":"attention","items":[{"type":"RichTextBlock","inlines":["wrong"]}]}""",
        """rich(section: '⚠️ ' 'wrong')""")]
    [InlineData("""{"type":"ColumnSet","columns":[{"items":[{"type":"TextBlock","text":"Owner"}]},{"items":[{"type":"RichTextBlock","inlines":["Bo"]}]}]}""",
        """rich(section: b'Owner: ' 'Bo')""")]
    [InlineData("""{"type":"ColumnSet","columns":[{"items":[{"type":"TextBlock","text":"✓"}]},{"items":[{"type":"TextBlock","text":"Which?"},{"type":"RichTextBlock","inlines":["This"]}]}]}""",
        """rich(section: '✓ ' 'Which?' '\n' 'This')""")]
    [InlineData("""{"type":"ColumnSet","columns":[{"items":[{"type":"TextBlock","text":"Reply"},{"type":"TextBlock","text":"late","weight":"bolder"}]},{"items":[{"type":"TextBlock","text":"Solution"}]}]},{"type":"TextBlock","text":"x"}""",
        """section[Reply\n*late*m|Solution]; rich(section: 'x')""")]
    [InlineData("""{"type":"ColumnSet","columns":[{"items":[{"type":"RichTextBlock","inlines":["HD-1"]}]},{"items":[{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Open","verb":"v","data":{"a":1}}]}]}]},{"type":"TextBlock","text":"x"}""",
        """section(HD-1)+button(v 0 Open {"a":1}); rich(section: 'x')""")]
    [InlineData("""{"type":"Image","url":"https://x.example/y.png","altText":"A lock"}""",
        """image(https://x.example/y.png A lock)""")]
    [InlineData("""{"type":"TextBlock","text":"a"},{"type":"TextBlock","text":"b","separator":true}""",
        """rich(section: 'a'); divider; rich(section: 'b')""")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Yes","verb":"v","style":"positive"},{"type":"Action.Execute","title":"No","verb":"v","style":"destructive","associatedInputs":"none"},{"type":"Action.OpenUrl","title":"Look","url":"/kb"}]}""",
        """actions(button(v 0 Yes {} primary) button(v 1- No {} danger) button(open 2 Look https://help.example.com/kb))""")]
    [InlineData("""{"type":"Input.Text","id":"a","label":"Subject","maxLength":150,"value":"x","isRequired":true,"placeholder":"p"}""",
        """input(a Subject! plain_text_input text 2d711642 max 150 'x')""")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"L","choices":[{"title":"A","value":"1"},{"title":"B","value":""}],"value":"1"}""",
        """input(a L static_select choice 6b86b273 [1 =] 1)""")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"L","style":"expanded","choices":[{"title":"A","value":"1"}]}""",
        """input(a L radio_buttons choice e3b0c442 [1])""")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"L","isMultiSelect":true,"choices":[{"title":"A","value":"1"},{"title":"B","value":"2"}],"value":"2,1"}""",
        """input(a L multi_static_select choices d19b84a7 [1 2] 1,2)""")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"L","isMultiSelect":true,"style":"expanded","choices":[{"title":"A","value":"1"}]}""",
        """input(a L checkboxes choices e3b0c442 [1])""")]
    [InlineData("""{"type":"Input.Toggle","id":"a","title":"Private","value":"true"}""",
        """input(a Private checkboxes toggle b5bea41b false [true] true)""")]
    [InlineData("""{"type":"Input.Date","id":"a","label":"On","value":"2026-11-27"}""",
        """input(a On datepicker datepicker 1630c263 '2026-11-27')""")]
    [InlineData("""{"type":"Input.Time","id":"a","label":"At","value":"25:00"}""",
        """input(a At timepicker timepicker e3b0c442)""")]
    [InlineData("""{"type":"Input.Number","id":"a","label":"Minutes","value":5,"min":1}""",
        """input(a Minutes number_input number ef2d127d '5')""")]
    public void Each_element_has_its_blocks(string elements, string expected)
    {
        var message = BlockKitTranslation.ToMessage(JsonNode.Parse($$"""{"body":[{{elements}}]}"""), new KeptData().Options);
        Assert.Empty(message.Downgrades);
        var page = Assert.Single(message.Pages);
        Assert.Empty(BlockKitRules.OfMessage(page.Blocks));
        Assert.Equal(expected, BlockNotation.Of(page.Blocks));
    }

    [Theory]
    [InlineData("""{"type":"Video"}""", "$.body[0]: Video is not shown", "rich(section: '…')")]
    [InlineData("""{"type":"Video","fallback":{"type":"TextBlock","text":"See it at home"}}""", "", "rich(section: 'See it at home')")]
    [InlineData("""{"type":"Video","fallback":"drop"}""", "$.body[0]: Video is not shown", "rich(section: '…')")]
    [InlineData("""{"type":"Image","url":"data:image/png;base64,AA","altText":"A lock"}""", "$.body[0]: Slack cannot fetch this image", "rich(section: 'A lock')")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","title":"x","url":"javascript:alert(1)"}]}""", "$.body[0].actions[0]: Slack cannot open this address", "rich(section: '[x]')")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"x","isEnabled":false}]}""", "$.body[0].actions[0]: a button that is switched off is not shown", "rich(section: '[x]')")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"x","fallback":{"type":"Action.Execute","title":"y","verb":"v"}}]}""", "", "actions(button(v 0 y {}))")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","choices":[]}""", "$.body[0]: Input.ChoiceSet is not shown", "rich(section: '…')")]
    [InlineData("""{"type":"Input.Date","id":"a","label":"On","min":"2026-01-01"}""", "$.body[0]: Slack does not hold people to the first and last that may be picked", "input(a On datepicker datepicker e3b0c442)")]
    [InlineData("""{"type":"TextBlock","text":"secret","isVisible":false}""", "", "rich(section: '…')")]
    public void What_Slack_cannot_show_is_said(string element, string downgrade, string expected)
    {
        var message = BlockKitTranslation.ToMessage(JsonNode.Parse($$"""{"body":[{{element}}]}"""), new BlockKitOptions());
        Assert.Equal(downgrade, string.Join('\n', message.Downgrades));
        Assert.Equal(expected, BlockNotation.Of(message.Pages[0].Blocks));
    }

    [Fact]
    public void A_button_is_as_long_as_Slack_allows()
    {
        var card = TranslatedCards.CardOf(new JsonObject
        {
            ["type"] = "ActionSet",
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["title"] = new string('x', 73) + "👩‍💻", ["verb"] = "v" }),
        }.ToJsonString());
        var message = BlockKitTranslation.ToMessage(card, new BlockKitOptions());
        Assert.Equal("$.body[0].actions[0]: 78 characters; Slack takes 75", Assert.Single(message.Downgrades).ToString());
        Assert.Equal(new string('x', 73) + "…", message.Pages[0].Blocks[0]!["elements"]![0]!["text"]!["text"]!.ToString());
    }

    [Fact]
    public void A_card_too_long_for_a_message_becomes_several()
    {
        var lines = Enumerable.Range(0, 120).Select(i => $$"""{"type":"TextBlock","text":"line {{i}}","size":"small"}""").ToArray();
        var pages = BlockKitTranslation.ToMessage(TranslatedCards.CardOf(lines), new BlockKitOptions()).Pages;
        Assert.Equal([50, 50, 20], pages.Select(page => page.Blocks.Count));
        Assert.Equal("line 50", pages[1].Text.Split('\n')[0]);

        var words = BlockKitTranslation.ToMessage(string.Join(' ', Enumerable.Range(0, 6000))).Pages;
        Assert.True(words.Count > 2);
        Assert.Equal(Enumerable.Range(0, 6000).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), string.Concat(words.SelectMany(Texts)).Split(' '));
        Assert.All(words, page => Assert.Empty(BlockKitRules.OfMessage(page.Blocks)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"card\"")]
    [InlineData("""{"body":{"type":"TextBlock"},"actions":7}""")]
    [InlineData("""{"body":[null,7,{"type":5},{"type":"FactSet","facts":[null]},{"type":"RichTextBlock","inlines":"x"}]}""")]
    public void What_is_not_a_card_is_a_message_that_says_nothing(string json)
    {
        Assert.Equal("rich(section: '…')", BlockNotation.Of(BlockKitTranslation.ToMessage(JsonNode.Parse(json), new BlockKitOptions()).Pages[0].Blocks));
        Assert.Empty(BlockKitRules.OfView(BlockKitTranslation.ToModal(JsonNode.Parse(json), new BlockKitOptions()).View));
        Assert.Empty(BlockKitRules.OfView(BlockKitTranslation.ToHome([JsonNode.Parse(json)], new BlockKitOptions()).View));
    }

    [Fact]
    public void A_message_says_in_plain_text_what_its_blocks_say()
    {
        var card = TranslatedCards.CardOf(
            """{"type":"TextBlock","text":"**HD-1** · <New>"}""",
            """{"type":"RichTextBlock","inlines":["a & b"]}""",
            """{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Claim","verb":"v"}]}""");
        Assert.Equal("HD-1 · &lt;New&gt;\na &amp; b", BlockKitTranslation.ToMessage(card, new BlockKitOptions()).Pages[0].Text);
    }

    static IEnumerable<string> Texts(BlockPage page) =>
        page.Blocks.SelectMany(block => block!["elements"]!.AsArray()).SelectMany(section => section!["elements"]!.AsArray()).Select(run => run!["text"]!.ToString());
}
