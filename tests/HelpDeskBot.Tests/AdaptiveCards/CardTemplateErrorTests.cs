using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;

namespace HelpDeskBot.Tests.AdaptiveCards;

public class CardTemplateErrorTests
{
    [Theory]
    [InlineData("${name", "unclosed ${ at '${name'")]
    [InlineData("${'name}", "a quote in it has no end")]
    [InlineData("${}", "an expression is missing")]
    [InlineData("${foo(1)}", "unknown function 'foo'; there are add, and,")]
    [InlineData("${a.b(1)}", "'a.b' is not a function")]
    [InlineData("${if(a, 1)}", "'if' takes 3 arguments, not 2")]
    [InlineData("${join(a)}", "'join' takes 2 to 3 arguments, not 1")]
    [InlineData("${and()}", "'and' takes at least 1 argument")]
    [InlineData("${length(5)}", "argument 1 of 'length' must be String: 5")]
    [InlineData("${$dta.a}", "unknown name '$dta'")]
    [InlineData("${a == }", "the end is not expected here")]
    [InlineData("${(a}", "expected ')' before the end")]
    [InlineData("${a ? b : c}", "not part of the language")]
    [InlineData("${[1, 2]}", "[ is not expected here")]
    [InlineData("${7 %2}", "a % needs a space after it")]
    [InlineData("${count(a).b}", "'count(a)' has no properties")]
    [InlineData("`${a}`", "a backtick beside an expression")]
    public void A_wrong_expression_is_refused_with_its_place_and_reason(string text, string reason)
    {
        var template = new JsonObject { ["body"] = new JsonArray(new JsonObject { ["the text"] = text }) };
        var error = Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("cards/x.json", template.ToJsonString()));
        Assert.Equal("cards/x.json", error.Template);
        Assert.Equal("$.body[0]['the text']", error.Path);
        Assert.Contains(reason, error.Problem);
        Assert.StartsWith("cards/x.json: $.body[0]['the text']: ", error.Message);
    }

    [Theory]
    [InlineData("{\"a\":", "$", "bad JSON")]
    [InlineData("[]", "$", "a template is a JSON object")]
    [InlineData("{\"a\":1,\"a\":2}", "$", "bad JSON")]
    [InlineData("{\"a\":{\"$when\":true}}", "$.a.$when", "exactly one ${expression}")]
    [InlineData("{\"a\":{\"$when\":\"${a} ${b}\"}}", "$.a.$when", "exactly one ${expression}")]
    [InlineData("{\"a\":{\"$data\":{\"b\":\"${c}\"}}}", "$.a.$data", "cannot contain expressions")]
    public void A_wrong_template_is_refused_with_its_place_and_reason(string json, string path, string reason)
    {
        var error = Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("x", json));
        Assert.Equal(path, error.Path);
        Assert.Contains(reason, error.Problem);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("not(", ")")]
    [InlineData("a[", "]")]
    [InlineData("1 + ", "")]
    public void A_deep_expression_is_refused_instead_of_exhausting_the_stack(string open, string close)
    {
        var expression = string.Concat(Enumerable.Repeat(open, 50_000)) + "a" + string.Concat(Enumerable.Repeat(close, 50_000));
        var template = new JsonObject { ["text"] = "${" + expression + "}" }.ToJsonString();
        var error = Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("x", template));
        Assert.EndsWith("nested more than 100 levels deep", error.Problem);
    }

    [Fact]
    public void A_deep_template_is_refused_instead_of_exhausting_the_stack()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100);
        Assert.Contains("depth of 64", Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("x", json)).Problem);
    }

    [Theory]
    [InlineData("{\"a\":\"${list[9]}\"}", "$.a", "outside the array of 1")]
    [InlineData("{\"a\":\"${join(name, ',')}\"}", "$.a", "name is not an array")]
    [InlineData("{\"a\":\"x ${nothing}\"}", "$.a", "${nothing} is null")]
    [InlineData("{\"$when\":\"${name == 'Bo'}\"}", "$", "exactly one object")]
    [InlineData("{\"$data\":\"${pair}\"}", "$", "exactly one object")]
    public void Data_that_does_not_fit_is_refused_with_the_place(string json, string path, string reason)
    {
        var data = JsonNode.Parse("""{"name":"Ann","list":[1],"pair":[1,2],"nothing":null}""");
        var error = Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("x", json).Expand(data));
        Assert.Equal(path, error.Path);
        Assert.Contains(reason, error.Problem);
    }
}
