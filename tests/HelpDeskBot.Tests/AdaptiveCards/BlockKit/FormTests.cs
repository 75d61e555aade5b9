using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.AdaptiveCards.BlockKit;

/// <summary>Forms there and back: what a modal shows, and what submitting it means.</summary>
public class FormTests
{
    const string Submit = """{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Send","verb":"v.send","data":{"ticket":"HD-1"},"style":"positive"}]}""";

    readonly KeptData kept = new();

    [Fact]
    public void The_main_button_submits_and_the_others_stay()
    {
        var view = Modal(
            """{"type":"TextBlock","text":"Answer HD-1","size":"large"}""",
            """{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Fill in","verb":"v.fill"},{"type":"Action.Execute","title":"Send","verb":"v.send","data":{"a":1},"style":"positive"}]}""",
            """{"type":"Input.Text","id":"text"}""");
        Assert.Equal(("Answer HD-1", "Send", "Cancel", "v.send"), (Text(view, "title"), Text(view, "submit"), Text(view, "close"), view["callback_id"]!.ToString()));
        Assert.Equal("""{"verb":"v.send","data":{"a":1}}""", view["private_metadata"]!.ToString());
        Assert.Equal("actions(button(v.fill 0 Fill in {})); input(text text plain_text_input text e3b0c442)", BlockNotation.Of(view["blocks"]!.AsArray()));
    }

    [Fact]
    public void A_form_without_a_button_for_it_can_be_submitted()
    {
        var card = TranslatedCards.CardOf("""{"type":"Input.Text","id":"text","label":"Text"}""");
        var modal = BlockKitTranslation.ToModal(card, kept.Options with { Submit = "Fertig" });
        Assert.Equal("Fertig", Text(modal.View, "submit"));
        Assert.Equal("$: nothing says what submitting does", Assert.Single(modal.Downgrades).ToString());
        Assert.Empty(BlockKitRules.OfView(modal.View));
        Assert.Null(BlockKitAnswers.Submission(modal.View, kept.Find));
    }

    [Fact]
    public void Buttons_alone_need_no_submitting()
    {
        var view = Modal("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Assign","verb":"v"}]}""");
        Assert.False(view.ContainsKey("submit"));
        Assert.Equal("actions(button(v 0 Assign {}))", BlockNotation.Of(view["blocks"]!.AsArray()));
    }

    [Fact]
    public void A_title_too_long_for_the_top_stands_below_too()
    {
        var view = Modal("""{"type":"TextBlock","text":"Put HD-1042 on hold until somebody answers","size":"large"}""", Submit);
        Assert.Equal("Put HD-1042 on hold unt…", Text(view, "title"));
        Assert.Equal("header(Put HD-1042 on hold until somebody answers)", BlockNotation.Of(view["blocks"]!.AsArray()));
    }

    [Theory]
    [InlineData("""{"type":"Input.Text","id":"a","value":"typed <&> \"text\""}""", "typed <&> \"text\"")]
    [InlineData("""{"type":"Input.Text","id":"a"}""", "")]
    [InlineData("""{"type":"Input.Date","id":"a","value":"2026-11-27"}""", "2026-11-27")]
    [InlineData("""{"type":"Input.Date","id":"a"}""", "")]
    [InlineData("""{"type":"Input.Time","id":"a","value":"09:30"}""", "09:30")]
    [InlineData("""{"type":"Input.Number","id":"a","value":2.5}""", "2.5")]
    [InlineData("""{"type":"Input.Number","id":"a"}""", null)]
    [InlineData("""{"type":"Input.Toggle","id":"a","title":"t","value":"true"}""", "true")]
    [InlineData("""{"type":"Input.Toggle","id":"a","title":"t"}""", "false")]
    [InlineData("""{"type":"Input.Toggle","id":"a","title":"t","valueOn":"yes","valueOff":"not at all","value":"yes"}""", "yes")]
    [InlineData("""{"type":"Input.Toggle","id":"a","title":"t","valueOn":"yes","valueOff":"not at all"}""", "not at all")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"A","value":"1"},{"title":"B","value":""}],"value":"1"}""", "1")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"A","value":"1"},{"title":"B","value":""}],"value":""}""", "")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"A","value":"1"}],"value":"unknown"}""", null)]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","style":"expanded","choices":[{"title":"A","value":"=1"}],"value":"=1"}""", "=1")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","isMultiSelect":true,"choices":[{"title":"A","value":"1"},{"title":"B","value":"2"}],"value":"1,2"}""", "1,2")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","isMultiSelect":true,"style":"expanded","choices":[{"title":"A","value":"1"}]}""", "")]
    public void An_untouched_field_is_submitted_as_it_was_shown(string input, string? expected)
    {
        var press = BlockKitAnswers.Submission(Filled.In(Modal(input, Submit)), kept.Find);
        Assert.Equal("v.send", press!.Verb);
        Assert.Equal("HD-1", press.Data["ticket"]!.ToString());
        Assert.Equal(expected, press.Data["a"]?.ToString());
        Assert.Equal(expected is not null, press.Data.ContainsKey("a"));
    }

    [Fact]
    public void What_Slack_cannot_carry_is_kept_and_found_again()
    {
        var longest = new string('w', 400);
        var view = Modal(
            $$"""{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"A","value":"{{longest}}"}],"value":"{{longest}}"}""",
            $$"""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Send","verb":"v.send","data":{"a":"","all":"{{new string('d', 4000)}}"},"style":"positive"}]}""",
            $$$"""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Fill","verb":"v.fill","data":{"some":"{{{new string('d', 2500)}}}"}}]}""");
        Assert.Empty(BlockKitRules.OfView(view));
        Assert.Equal(3, kept.Count);
        var press = BlockKitAnswers.Submission(Filled.In(view), kept.Find)!;
        Assert.Equal((longest, 4000), (press.Data["a"]!.ToString(), press.Data["all"]!.ToString().Length));
        var fill = BlockKitAnswers.Press(Button(view), Filled.In(view)["state"] as JsonObject, kept.Find)!;
        Assert.Equal((2500, longest), (fill.Data["some"]!.ToString().Length, fill.Data["a"]!.ToString()));
        Assert.Null(BlockKitAnswers.Press(Button(view), null, _ => null));
    }

    [Fact]
    public void Without_anything_that_keeps_it_the_button_is_left_out()
    {
        var card = TranslatedCards.CardOf($$$"""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"x","verb":"v","data":{"a":"{{{new string('d', 2000)}}}"}}]}""");
        Assert.Equal("$.body[0].actions[0]: the data is too long, and nothing keeps it", Assert.Single(BlockKitTranslation.ToMessage(card, new BlockKitOptions()).Downgrades).ToString());
    }

    [Fact]
    public void A_press_brings_the_inputs_unless_it_wants_none()
    {
        var blocks = BlockKitTranslation.ToMessage(
            TranslatedCards.CardOf(
                """{"type":"Input.Text","id":"comment","value":"typed"}""",
                """{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"x","verb":"v.x","data":{"a":1}},{"type":"Action.Execute","title":"y","verb":"v.y","associatedInputs":"none"}]}"""),
            kept.Options).Pages[0].Blocks;
        var state = Filled.StateOf(blocks);
        var buttons = blocks[1]!["elements"]!.AsArray().Select(button => (JsonObject)button!).ToList();
        Assert.Equal("""v.x {"a":1,"comment":"typed"}""", Said(BlockKitAnswers.Press(buttons[0], state, kept.Find)!));
        Assert.Equal("v.y {}", Said(BlockKitAnswers.Press(buttons[1], state, kept.Find)!));
    }

    [Theory]
    [InlineData("""{"action_id":"open 0"}""")]
    [InlineData("""{"action_id":"verb","value":"{}"}""")]
    [InlineData("""{"action_id":"v 0","value":"[1]"}""")]
    [InlineData("""{"action_id":"v 0","value":"{\"a\":1,\"a\":2}"}""")]
    [InlineData("""{"action_id":"v 0","value":"{"}""")]
    [InlineData("""{"action_id":"v 0","value":7}""")]
    [InlineData("""{"action_id":7,"value":"{}"}""")]
    [InlineData("""{"action_id":"v 0","value":"=unknown"}""")]
    [InlineData("{}")]
    public void What_no_translation_wrote_is_no_press(string action) =>
        Assert.Null(BlockKitAnswers.Press((JsonObject)JsonNode.Parse(action)!, null, kept.Find));

    [Theory]
    [InlineData("""{"values":7}""")]
    [InlineData("""{"values":{"a":7,"b":{},"c":{"text 1":{"value":"x"},"text 2":{"value":"y"}},"d":{"other":{"value":"x"}},"e":{"choice 1":{"selected_option":7}}}}""")]
    [InlineData("""{"values":{"a":{"toggle 1":{"selected_options":[]}},"b":{"choice 1":{"selected_option":{"value":"=unknown"}}}}}""")]
    public void Inputs_that_no_translation_wrote_are_not_there(string state) =>
        Assert.Empty(BlockKitAnswers.Inputs((JsonObject)JsonNode.Parse(state)!, kept.Find));

    [Fact]
    public void A_field_filled_anew_has_another_id_for_its_value_and_the_same_for_its_errors()
    {
        var (empty, filled) = (Field(""), Field("canned answer"));
        Assert.Equal(empty["block_id"]!.ToString(), filled["block_id"]!.ToString());
        Assert.NotEqual(empty["element"]!["action_id"]!.ToString(), filled["element"]!["action_id"]!.ToString());
        Assert.Equal(filled["element"]!["action_id"]!.ToString(), Field("canned answer")["element"]!["action_id"]!.ToString());
    }

    [Fact]
    public void A_text_too_long_to_edit_is_said()
    {
        var card = TranslatedCards.CardOf(new JsonObject { ["type"] = "Input.Text", ["id"] = "a", ["value"] = new string('x', 3001) }.ToJsonString(), Submit);
        var modal = BlockKitTranslation.ToModal(card, kept.Options);
        Assert.Equal(["a"], modal.CutInputs);
        Assert.Equal("$.body[0]: 3001 characters; Slack takes 3000", Assert.Single(modal.Downgrades).ToString());
    }

    [Theory]
    [InlineData(11, "static_select", 0)]
    [InlineData(100, "static_select", 0)]
    [InlineData(101, "static_select", 2)]
    [InlineData(2_500, "static_select", 25)]
    [InlineData(10_001, "static_select", 100)]
    public void Many_choices_are_in_groups(int count, string type, int groups)
    {
        var choices = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["title"] = $"Choice {i}", ["value"] = $"{i}" })]);
        var card = TranslatedCards.CardOf(
            new JsonObject { ["type"] = "Input.ChoiceSet", ["id"] = "a", ["style"] = "expanded", ["choices"] = choices, ["value"] = $"{Math.Min(count, 10_000) - 1}" }.ToJsonString(), Submit);
        var view = BlockKitTranslation.ToHome([card], kept.Options).View;
        if (count > 2_500)
        {
            Assert.DoesNotContain(view["blocks"]!.AsArray(), block => block!["type"]!.ToString() == "input"); // more than a view may weigh
            return;
        }

        var element = view["blocks"]![0]!["element"]!;
        Assert.Equal((type, groups), (element["type"]!.ToString(), (element["option_groups"] as JsonArray)?.Count ?? 0));
        Assert.Empty(BlockKitRules.OfView(view));
        Assert.Equal($"{count - 1}", BlockKitAnswers.Inputs(Filled.StateOf(view["blocks"]!.AsArray()), kept.Find)["a"]!.ToString());
    }

    JsonObject Field(string value) =>
        (JsonObject)Modal(new JsonObject { ["type"] = "Input.Text", ["id"] = "text", ["value"] = value }.ToJsonString(), Submit)["blocks"]![0]!;

    JsonObject Modal(params string[] elements)
    {
        var modal = BlockKitTranslation.ToModal(TranslatedCards.CardOf(elements), kept.Options);
        Assert.Empty(modal.Downgrades);
        Assert.Empty(BlockKitRules.OfView(modal.View));
        return modal.View;
    }

    static JsonObject Button(JsonObject view) =>
        (JsonObject)view["blocks"]!.AsArray().Single(block => block!["type"]!.ToString() == "actions")!["elements"]![0]!;

    static string Said(CardPress press) => $"{press.Verb} {press.Data.ToJsonString()}";

    static string Text(JsonObject view, string name) => view[name]!["text"]!.ToString();
}
