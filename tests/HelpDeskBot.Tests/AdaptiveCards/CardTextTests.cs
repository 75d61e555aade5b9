using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;

namespace HelpDeskBot.Tests.AdaptiveCards;

public class CardTextTests
{
    [Theory]
    [InlineData("""{"type":"TextBlock","text":"  HD-42   is\n\n\n open  "}""", "HD-42 is\nopen")]
    [InlineData("""{"type":"RichTextBlock","inlines":["my ",{"type":"TextRun","text":"vpn"}," token"]}""", "my vpn token")]
    [InlineData("""{"type":"FactSet","facts":[{"title":"Owner","value":"Bo"},{"title":"Due","value":"today"}]}""", "Owner: Bo\nDue: today")]
    [InlineData("""{"type":"Image","url":"https://x/y.png","altText":"A lock"}""", "A lock")]
    [InlineData("""{"type":"Image","url":"https://x/y.png"}""", "")]
    [InlineData("""{"type":"Container","items":[{"type":"TextBlock","text":"a"},{"type":"TextBlock","text":"b"}]}""", "a\nb")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Claim"},{"type":"Action.OpenUrl","title":"Show","url":"u"}]}""", "[Claim] [Show]")]
    [InlineData("""{"type":"Input.Text","id":"a","label":"Subject","placeholder":"In a few words"}""", "Subject: In a few words")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"Impact:","choices":[{"title":"Just me","value":"1"},{"title":"My team","value":"2"}]}""", "Impact: Just me / My team")]
    [InlineData("""{"type":"Input.Toggle","id":"a","title":"Private"}""", "Private")]
    [InlineData("""{"type":"Input.Date","id":"a","label":"Until"}""", "Until")]
    [InlineData("""{"type":"Input.Time","id":"a","label":"At"}""", "At")]
    [InlineData("""{"type":"Input.Number","id":"a","label":"Minutes","value":5}""", "Minutes")]
    [InlineData("""{"type":"TextBlock","text":"secret","isVisible":false}""", "")]
    [InlineData("""{"type":"Video"}""", "")]
    public void Each_element_says_its_text(string element, string expected)
    {
        Assert.Equal(expected, CardText.Render(new JsonObject { ["body"] = new JsonArray(JsonNode.Parse(element)) }));
    }

    [Theory]
    [InlineData("P1", "In progress", "P1 | In progress")]
    [InlineData("P1", "", "P1")]
    [InlineData("P1", "two\nlines", "P1\ntwo\nlines")]
    public void Columns_of_one_line_stand_side_by_side(string left, string right, string expected)
    {
        var columns = new JsonArray(Column(left), Column(right));
        var card = new JsonObject { ["body"] = new JsonArray(new JsonObject { ["type"] = "ColumnSet", ["columns"] = columns }) };
        Assert.Equal(expected, CardText.Render(card));
    }

    [Fact]
    public void The_buttons_of_the_card_come_last()
    {
        var card = JsonNode.Parse("""
            {"actions":[{"type":"Action.Execute","title":"Yes"},{"type":"Action.Execute","title":"No"}],"body":[{"type":"TextBlock","text":"Fixed?"}]}
            """);
        Assert.Equal("Fixed?\n[Yes] [No]", CardText.Render(card));
    }

    [Fact]
    public void A_card_that_says_nothing_gives_its_fallback_text()
    {
        Assert.Equal("See HD-42", CardText.Render(JsonNode.Parse("""{"body":[],"fallbackText":"See HD-42"}""")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"card\"")]
    [InlineData("""{"body":{"type":"TextBlock"},"actions":7}""")]
    [InlineData("""{"body":[null,7,{"type":5},{"type":"FactSet","facts":[null]},{"type":"RichTextBlock","inlines":"x"}]}""")]
    public void What_is_not_a_card_says_nothing(string json)
    {
        Assert.Equal("", CardText.Render(JsonNode.Parse(json)));
    }

    static JsonObject Column(string text) =>
        new() { ["type"] = "Column", ["items"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = text }) };
}
