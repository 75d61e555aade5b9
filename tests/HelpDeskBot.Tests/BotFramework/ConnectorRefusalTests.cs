using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>What the service will never do, and why.</summary>
public class ConnectorRefusalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "BadSyntax", ConnectorCodes.BadSyntax)]
    [InlineData(400, "BadArgument", ConnectorCodes.BadRequest)]
    [InlineData(403, "MessageWritesBlocked", ConnectorCodes.Blocked)]
    [InlineData(403, "ConversationBlockedByUser", ConnectorCodes.Blocked)]
    [InlineData(403, "BotNotInConversationRoster", ConnectorCodes.NotInstalled)]
    [InlineData(403, "ForbiddenOperationException", ConnectorCodes.NotInstalled)]
    [InlineData(403, "BotDisabledByAdmin", ConnectorCodes.Disabled)]
    [InlineData(403, "SomethingNew", ConnectorCodes.Forbidden)]
    [InlineData(404, "ConversationNotFound", ConnectorCodes.Gone)]
    [InlineData(404, "BotNotInConversationRoster", ConnectorCodes.NotInstalled)]
    [InlineData(405, "NotAllowed", ConnectorCodes.NotSupported)]
    [InlineData(409, "Conflict", ConnectorCodes.BadRequest)]
    [InlineData(410, "Gone", ConnectorCodes.Gone)]
    [InlineData(413, "MessageSizeTooBig", ConnectorCodes.TooLarge)]
    [InlineData(422, "BadArgument", ConnectorCodes.BadRequest)]
    [InlineData(501, "NotImplemented", ConnectorCodes.NotSupported)]
    public async Task What_is_refused_is_refused_at_once_and_for_ever(int status, string error, string code)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(ConnectorFault.Of(status, error), times: 2);

        var said = await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
        var edited = await bot.Connector.UpdateAsync(at, "1", ConnectorCalls.Text("x"), Stop);
        Assert.All([said, edited], result =>
            Assert.Equal((ConnectorOutcome.Refused, code, status, error), (result.Outcome, result.Code, result.Status, result.Detail)));

        Assert.Equal(2, bot.Cloud.Connector.Requests.Count);
    }

    [Fact]
    public async Task What_somebody_blocked_is_too_long_or_cannot_be_edited_is_said_so_by_the_real_shapes()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));

        var card = ConnectorCalls.Text("text");
        card.Attachments = [new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = new JsonObject() }];
        var id = ConnectorCalls.Done(await bot.Connector.SendAsync(at, card, Stop));
        Assert.Equal(ConnectorCodes.BadSyntax, (await bot.Connector.UpdateAsync(at, id, card, Stop)).Code);
        Assert.Equal(ConnectorCodes.TooLarge, (await bot.Connector.SendAsync(at, ConnectorCalls.Text(new string('x', 52_000)), Stop)).Code);
        Assert.Equal(ConnectorCodes.Gone, (await bot.Connector.UpdateAsync(at, "17", card, Stop)).Code);
        bot.Cloud.Connector.Block("amina");
        var blocked = await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
        Assert.Equal((ConnectorCodes.Blocked, "MessageWritesBlocked"), (blocked.Code, blocked.Detail));
        var stranger = await bot.Connector.CreateConversationAsync(at, TeamsConversations.With(ConnectorCalls.Bot, "29:bruno", ""), Stop);
        Assert.Equal(ConnectorCodes.NotInstalled, stranger.Code);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("7")]
    [InlineData("""{"error":"x"}""")]
    [InlineData("""{"error":{"code":7}}""")]
    [InlineData("""{"error":{"code":"with a secret of amina"}}""")]
    [InlineData("""{"error":{"code":"\ud800"}}""")]
    [InlineData("""{"message":"{ broken"}""")]
    public async Task An_error_of_another_shape_has_a_status_only(string body)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Status(403, body));
        var result = await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
        Assert.Equal((ConnectorOutcome.Refused, ConnectorCodes.Forbidden, null), (result.Outcome, result.Code, result.Detail));
    }
}
