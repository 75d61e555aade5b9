using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;

namespace HelpDeskBot.Tests.AdaptiveCards;

public class CardTemplateTests
{
    [Theory]
    [InlineData("${count}", "3")]
    [InlineData("${count} tickets", "\"3 tickets\"")]
    [InlineData("${people[1].name}", "\"Bo\"")]
    [InlineData("${people[0]['full name']}", "\"Amina N\"")]
    [InlineData("${open && count > 2}", "true")]
    [InlineData("${if(open, 'open', 'closed')}", "\"open\"")]
    [InlineData("${join(tags, ', ')}", "\"vpn, token\"")]
    [InlineData("${toUpper(concat(tags[0], '!'))}", "\"VPN!\"")]
    [InlineData("${string(1234.5)}", "\"1,234.5\"")]
    [InlineData("${7 / 2 + 7 % 2}", "4")]
    [InlineData("${tags}", "[\"vpn\",\"token\"]")]
    public void An_expression_gives_its_value(string text, string expected)
    {
        Assert.Equal(expected, Text(text).ToJsonString());
    }

    [Fact]
    public void An_array_as_data_repeats_the_element_and_counts_from_zero()
    {
        var card = Expand("""{"body":[{"$data":"${people}","text":"${$index}: ${name} of ${$root.count}"}]}""");
        Assert.Equal("""{"body":[{"text":"0: Amina of 3"},{"text":"1: Bo of 3"}]}""", card.ToJsonString());
    }

    [Fact]
    public void A_condition_is_asked_of_every_repeated_element()
    {
        var card = Expand("""{"body":[{"$data":"${people}","$when":"${name == 'Bo'}","text":"${name}"}]}""");
        Assert.Equal("""{"body":[{"text":"Bo"}]}""", card.ToJsonString());
    }

    [Fact]
    public void A_false_condition_takes_the_element_out_of_its_array()
    {
        var card = Expand("""{"body":[{"$when":"${!open}","text":"closed"},{"text":"always"}]}""");
        Assert.Equal("""{"body":[{"text":"always"}]}""", card.ToJsonString());
    }

    [Fact]
    public void A_missing_property_stays_visible_as_its_expression()
    {
        Assert.Equal("${people[0].phone}", (string?)Text("${people[0].phone}"));
    }

    [Theory]
    [InlineData("${count}")]
    [InlineData("\",\"injected\":true,\"x\":\"")]
    [InlineData("{\"type\":\"Action.OpenUrl\"}")]
    public void Data_is_never_evaluated(string typed)
    {
        var data = new JsonObject { ["typed"] = typed, ["count"] = 3 };
        var card = CardTemplate.Compile("t", """{"whole":"${typed}","part":"said: ${typed}"}""").Expand(data);
        Assert.Equal(typed, (string?)card["whole"]);
        Assert.Equal("said: " + typed, (string?)card["part"]);
        Assert.Equal(2, card.Count);
    }

    [Fact]
    public void The_card_shares_nothing_with_the_data()
    {
        var data = new JsonObject { ["list"] = new JsonArray("a") };
        var card = CardTemplate.Compile("t", """{"list":"${list}"}""").Expand(data);
        card["list"]!.AsArray().Add("b");
        Assert.Equal("""{"list":["a"]}""", data.ToJsonString());
    }

    [Fact]
    public void Data_made_from_dotnet_values_reads_as_the_same_data_from_json()
    {
        var data = new JsonObject { ["int"] = 3, ["long"] = 4L, ["decimal"] = 2.50m, ["id"] = Guid.Empty };
        var card = CardTemplate.Compile("t", """{"text":"${int + long + decimal} ${id}"}""").Expand(data);
        Assert.Equal("9.5 00000000-0000-0000-0000-000000000000", (string?)card["text"]);
    }

    [Fact]
    public void One_template_can_be_expanded_from_many_threads()
    {
        var template = CardTemplate.Compile("t", """{"body":[{"$data":"${people}","text":"${name}"}]}""");
        var expected = template.Expand(Data()).ToJsonString();
        var cards = new string[200];
        Parallel.For(0, cards.Length, i => cards[i] = template.Expand(Data()).ToJsonString());
        Assert.All(cards, card => Assert.Equal(expected, card));
    }

    static JsonNode Text(string text) => Expand(new JsonObject { ["text"] = text }.ToJsonString())["text"]!;

    static JsonObject Expand(string template) => CardTemplate.Compile("test.json", template).Expand(Data());

    static JsonNode? Data() => JsonNode.Parse("""
        {
          "count": 3, "open": true, "tags": ["vpn", "token"],
          "people": [{"name": "Amina", "full name": "Amina N"}, {"name": "Bo"}]
        }
        """);
}
