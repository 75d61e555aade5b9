using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.AdaptiveCards;

public class CardVocabularyTests
{
    /// <summary>One of everything.</summary>
    const string Good = """
        {
          "type": "AdaptiveCard", "version": "1.5", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
          "refresh": {"action": {"type": "Action.Execute", "verb": "ticket.show.v1", "data": {"any": ["thing"]}}, "userIds": ["a"]},
          "body": [
            {"type": "TextBlock", "text": "Title", "wrap": true, "weight": "bolder"},
            {"type": "RichTextBlock", "inlines": ["plain", {"type": "TextRun", "text": "run", "italic": true}]},
            {"type": "FactSet", "facts": [{"title": "Owner", "value": "Bo"}]},
            {"type": "ColumnSet", "columns": [{"type": "Column", "width": "auto", "items": [{"type": "Image", "url": "https://x/y.png", "altText": "A lock"}]}]},
            {"type": "Container", "style": "emphasis", "items": [], "selectAction": {"type": "Action.OpenUrl", "url": "https://x"}},
            {"type": "Input.Text", "id": "a", "isMultiline": true, "fallback": "drop"},
            {"type": "Input.ChoiceSet", "id": "b", "style": "expanded", "choices": [{"title": "Just me", "value": "1"}]},
            {"type": "Input.Toggle", "id": "c", "title": "Private"},
            {"type": "Input.Date", "id": "d"}, {"type": "Input.Time", "id": "e"}, {"type": "Input.Number", "id": "f", "min": 1},
            {"type": "ActionSet", "actions": [{"type": "Action.OpenUrl", "title": "Show", "url": "https://x"}]}
          ],
          "actions": [{"type": "Action.Execute", "title": "Claim", "verb": "ticket.claim.v1", "fallback": {"type": "Action.Submit", "title": "Claim", "data": {}}}]
        }
        """;

    [Fact]
    public void A_card_of_the_vocabulary_has_no_problems()
    {
        Assert.Empty(CardVocabulary.Check(JsonNode.Parse(Good)));
    }

    [Fact]
    public async Task The_official_renderer_has_no_warnings_about_a_card_of_the_vocabulary()
    {
        var answers = await Peers.RunAsync("render-check.mjs", [JsonNode.Parse(Good)!, JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Video"}]}""")!]);
        Assert.Equal("[]", answers[0].ToJsonString());
        Assert.Contains("Unknown element type", answers[1].ToJsonString());
    }

    [Theory]
    [InlineData("""{"type":"Media"}""", "$.body[0]", "Media is not an element of the vocabulary")]
    [InlineData("""{"text":"x"}""", "$.body[0]", "something without a type is not an element of the vocabulary")]
    [InlineData("""7""", "$.body[0]", "something without a type is not an element of the vocabulary")]
    [InlineData("""{"type":"TextBlock","text":"x","colour":"red"}""", "$.body[0].colour", "TextBlock has no property colour")]
    [InlineData("""{"type":"TextBlock"}""", "$.body[0]", "TextBlock needs text")]
    [InlineData("""{"type":"TextBlock","text":5}""", "$.body[0].text", "must be a string")]
    [InlineData("""{"type":"TextBlock","text":null}""", "$.body[0].text", "is null; leave it out")]
    [InlineData("""{"type":"Input.Text"}""", "$.body[0]", "Input.Text needs id")]
    [InlineData("""{"type":"FactSet","facts":[{"title":"a"}]}""", "$.body[0].facts[0]", "Fact needs value")]
    [InlineData("""{"type":"FactSet","facts":{}}""", "$.body[0].facts", "must be an array")]
    [InlineData("""{"type":"RichTextBlock","inlines":[{"type":"TextBlock","text":"x"}]}""", "$.body[0].inlines[0]", "the type must be TextRun, not TextBlock")]
    [InlineData("""{"type":"ColumnSet","columns":[{"type":"Container"}]}""", "$.body[0].columns[0]", "the type must be Column, not Container")]
    [InlineData("""{"type":"Container","items":[{"type":"Table"}]}""", "$.body[0].items[0]", "Table is not an element of the vocabulary")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"x"}]}""", "$.body[0].actions[0]", "Action.ShowCard is not an action of the vocabulary")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"x"}]}""", "$.body[0].actions[0]", "Action.Submit is not an action of the vocabulary")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute"}]}""", "$.body[0].actions[0]", "a button needs a title")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","title":"x","url":"u","fallback":{"type":"Action.Submit"}}]}""", "$.body[0].actions[0].fallback", "Action.Submit is not an action of the vocabulary")]
    [InlineData("""{"type":"Image","url":"u","selectAction":{"type":"Action.ToggleVisibility"}}""", "$.body[0].selectAction", "Action.ToggleVisibility is not an action of the vocabulary")]
    public void What_is_outside_the_vocabulary_is_named_with_its_place(string element, string path, string message)
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JsonArray(JsonNode.Parse(element)) };
        Assert.Equal([new CardProblem(path, message)], CardVocabulary.Check(card));
    }

    [Fact]
    public void Two_inputs_cannot_have_the_same_id()
    {
        var card = JsonNode.Parse("""
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"a"},{"type":"Container","items":[{"type":"Input.Date","id":"a"}]}]}
            """);
        Assert.Equal("$.body[1].items[0].id: another input has the id 'a'", Assert.Single(CardVocabulary.Check(card)).ToString());
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard"}""", "AdaptiveCard needs version")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.6"}""", "version 1.6 is not one of 1.0, 1.1, 1.2, 1.3, 1.4, 1.5")]
    [InlineData("""{"version":"1.5"}""", "the type must be AdaptiveCard, not missing")]
    [InlineData("null", "AdaptiveCard must be an object")]
    public void The_card_itself_is_checked(string card, string message)
    {
        Assert.Equal(message, Assert.Single(CardVocabulary.Check(JsonNode.Parse(card))).Message);
    }

    [Fact]
    public void A_card_has_at_most_24_kilobytes()
    {
        var card = JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","fallbackText":""}""")!;
        var free = CardVocabulary.MaxBytes - CardVocabulary.SizeOf(card);
        card["fallbackText"] = new string('é', free / 2) + new string('x', free % 2);
        Assert.Empty(CardVocabulary.Check(card));
        card["fallbackText"] += "x";
        Assert.Equal("24577 bytes; a card has at most 24576", Assert.Single(CardVocabulary.Check(card)).Message);
    }

    [Fact]
    public void A_card_too_deep_to_walk_is_a_problem()
    {
        JsonNode item = new JsonObject { ["type"] = "Container", ["items"] = new JsonArray() };
        for (var i = 0; i < 70; i++)
            item = new JsonObject { ["type"] = "Container", ["items"] = new JsonArray(item) };
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JsonArray(item) };
        Assert.Contains(CardVocabulary.Check(card), problem => problem.Message == "nested more than 64 levels deep");
        Assert.Equal("", CardText.Render(card));
    }

    [Fact]
    public void Texts_read_as_Markdown_are_found_wherever_they_are()
    {
        Assert.Equal(
            ["$.body[0].text", "$.body[2].facts[0].title", "$.body[2].facts[0].value", "$.body[6].choices[0].title", "$.body[7].title"],
            CardVocabulary.MarkdownTexts(JsonNode.Parse(Good)).Select(text => text.Path));
    }

    [Theory]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"x","value":"x"}]}""", 0)]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","style":"compact","choices":[{"title":"x","value":"x"}]}""", 0)]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","style":"expanded","choices":[{"title":"x","value":"x"}]}""", 1)]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","style":"compact","isMultiSelect":true,"choices":[{"title":"x","value":"x"}]}""", 1)]
    public void A_drop_down_list_shows_its_choices_as_they_are(string input, int markdown) =>
        Assert.Equal(markdown, CardVocabulary.MarkdownTexts(new JsonObject { ["body"] = new JsonArray(JsonNode.Parse(input)) }).Count);
}
