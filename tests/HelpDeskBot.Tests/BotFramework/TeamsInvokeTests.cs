using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

public class TeamsInvokeTests
{
    private static readonly string[] Odd = ["null", "7", "\"x\"", "[]", "{}", """{"action":7,"data":7,"parameters":7,"messagePayload":7,"commandId":7}"""];

    public static TheoryData<string> Odds => [.. Odd];

    [Fact]
    public void A_press_has_a_verb_and_data()
    {
        var press = CardActionInvoke.Of(Invoke("adaptiveCard/action", """{"action":{"type":"Action.Execute","id":"b1","verb":"ticket.claim.v1","data":{"n":"1"}},"trigger":"manual"}"""))!;
        Assert.Equal(("ticket.claim.v1", "b1", "1", false), (press.Verb, press.ActionId, press.Data!["n"]!.GetValue<string>(), press.IsAutomatic));
    }

    [Fact]
    public void A_refresh_is_known_from_a_press() =>
        Assert.True(CardActionInvoke.Of(Invoke("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"v"},"trigger":"automatic"}"""))!.IsAutomatic);

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    public void A_dialog_has_data(string name)
    {
        var task = TaskInvoke.Of(Invoke(name, """{"data":{"text":"x"},"context":{"theme":"dark"}}"""))!;
        Assert.Equal(("x", "dark"), (task.Data!["text"]!.GetValue<string>(), task.Theme));
    }

    [Fact]
    public void A_command_on_a_message_brings_the_message()
    {
        var action = ComposeAction.Of(Invoke(
            "composeExtension/fetchTask",
            """
            {"commandId":"createTicket","commandContext":"message","messagePayload":{"id":"17","linkToMessage":"https://teams.microsoft.com/l/message/17",
             "subject":"VPN","body":{"contentType":"html","content":"<p>down</p>"},"from":{"user":{"id":"o-1","displayName":"Amina"}},
             "attachments":[{"id":"a","contentType":"reference","contentUrl":"https://contoso.sharepoint.com/x.png","name":"x.png"}]}}
            """))!;
        var message = action.Message!;
        Assert.Equal(("createTicket", "message"), (action.CommandId, action.Context));
        Assert.Equal(("17", "<p>down</p>", true, "VPN"), (message.Id, message.Content, message.IsHtml, message.Subject));
        Assert.Equal(("o-1", "Amina", "x.png"), (message.AuthorId, message.AuthorName, Assert.Single(message.Attachments).Name));
        Assert.Equal(new Uri("https://teams.microsoft.com/l/message/17"), message.Link);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://teams.microsoft.com/l/message/17")]
    [InlineData("/l/message/17")]
    public void A_link_that_is_not_https_is_none(string link) =>
        Assert.Null(ComposeAction.Of(Invoke("composeExtension/fetchTask", $$$"""{"commandId":"c","messagePayload":{"id":"1","linkToMessage":"{{{link}}}"}}"""))!.Message!.Link);

    [Fact]
    public void What_a_dialog_of_a_command_sends_has_data() =>
        Assert.Equal("x", ComposeAction.Of(Invoke("composeExtension/submitAction", """{"commandId":"c","data":{"text":"x"}}"""))!.Data!["text"]!.GetValue<string>());

    [Theory]
    [InlineData("""{"skip":25,"count":10}""", 25, 10)]
    [InlineData("""{"skip":-1,"count":1000}""", 0, 25)]
    [InlineData("""{"skip":"x","count":1e9}""", 0, 25)]
    [InlineData("null", 0, 25)]
    public void A_search_has_words_and_a_page(string options, int skip, int count)
    {
        var query = ComposeQuery.Of(Invoke(
            "composeExtension/query", $$$"""{"commandId":"find","parameters":[{"name":"words","value":"vpn"},{"name":"words","value":"token"},7],"queryOptions":{{{options}}}}"""))!;
        Assert.Equal(("find", "token", skip, count), (query.CommandId, query.Parameters["words"], query.Skip, query.Count));
    }

    [Theory]
    [MemberData(nameof(Odds))]
    public void What_has_another_shape_is_nothing_of_these(string value)
    {
        Assert.Null(CardActionInvoke.Of(Invoke("adaptiveCard/action", value)));
        Assert.Null(ComposeAction.Of(Invoke("composeExtension/fetchTask", value)));
        Assert.Null(ComposeQuery.Of(Invoke("composeExtension/query", value)));
        Assert.Null(FileConsent.Of(Invoke("fileConsent/invoke", value)));
        Assert.Null(TaskInvoke.Of(Invoke("task/fetch", "7"))!.Data);
    }

    [Fact]
    public void One_operation_is_not_taken_for_another()
    {
        const string Value = """{"action":{"type":"Action.Execute","verb":"v"},"commandId":"c","data":{}}""";
        Assert.Null(CardActionInvoke.Of(Invoke("task/fetch", Value)));
        Assert.Null(CardActionInvoke.Of(Invoke("adaptiveCard/action", Value.Replace("Execute", "Submit", StringComparison.Ordinal))));
        Assert.Null(TaskInvoke.Of(Invoke("composeExtension/fetchTask", Value)));
        Assert.Null(ComposeAction.Of(Invoke("composeExtension/query", Value)));
        Assert.Null(ComposeQuery.Of(Invoke("composeExtension/submitAction", Value)));
        Assert.Null(FileConsent.Of(Invoke("task/submit", """{"action":"accept"}""")));
    }

    [Fact]
    public void Answers_have_the_shape_that_Teams_reads()
    {
        var card = JsonNode.Parse("""{"type":"AdaptiveCard"}""")!;
        AssertAnswer("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""", TeamsResponses.Card(card.DeepClone()));
        AssertAnswer("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Done"}""", TeamsResponses.Message("Done"));
        AssertAnswer("""{"statusCode":409,"type":"application/vnd.microsoft.error","value":{"code":"c","message":"m"}}""", TeamsResponses.Error(409, "c", "m"));
        AssertAnswer(
            """{"task":{"type":"continue","value":{"title":"t","width":400,"height":300,"card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}}}}""",
            TeamsResponses.Dialog("t", card.DeepClone(), new TaskSize(400, 300)));
        AssertAnswer("""{"task":{"type":"message","value":"Sent"}}""", TeamsResponses.DialogMessage("Sent"));
        AssertAnswer(
            """
            {"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive",
             "content":{"type":"AdaptiveCard"},"preview":{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":"HD-1","text":"VPN"}}}]}}
            """,
            TeamsResponses.Results([new ComposeResult("HD-1", "VPN", card)]));
        AssertAnswer("""{"composeExtension":{"type":"message","text":"Nothing"}}""", TeamsResponses.NoResults("Nothing"));
        Assert.Null(TeamsResponses.Close().Body);
    }

    internal static Activity Invoke(string name, string value) =>
        ActivityJson.ReadActivity(Encoding.UTF8.GetBytes($$"""{"type":"invoke","name":"{{name}}","value":{{value}}}"""))!;

    private static void AssertAnswer(string expected, InvokeResponse actual)
    {
        Assert.Equal(200, actual.Status);
        SameJson.Assert(JsonNode.Parse(expected), actual.Body);
    }
}
