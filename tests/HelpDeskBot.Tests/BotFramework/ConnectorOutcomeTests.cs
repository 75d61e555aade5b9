using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>What becomes of calls that go wrong: nothing that may have been done is done again where that would show.</summary>
public class ConnectorOutcomeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(408, ConnectorCodes.Timeout)]
    [InlineData(500, ConnectorCodes.ServerError)]
    [InlineData(502, ConnectorCodes.ServerError)]
    [InlineData(503, ConnectorCodes.ServerError)]
    [InlineData(504, ConnectorCodes.ServerError)]
    [InlineData(507, ConnectorCodes.ServerError)]
    [InlineData(599, ConnectorCodes.ServerError)]
    public async Task A_message_that_may_have_been_said_is_not_said_again(int status, string code)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Status(status) { IsAfterAccept = true });

        AssertUnknown(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop), code);
        Assert.Single(bot.Cloud.Connector.Requests);
        Assert.Single(bot.Cloud.Connector.Conversations.ShownTo("amina"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_whose_connection_broke_off_is_not_said_again(bool isAfterAccept)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("over the same connection"), Stop));
        bot.Cloud.Connector.Fail(new ConnectorFault.Drop { IsAfterAccept = isAfterAccept });

        AssertUnknown(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop), ConnectorCodes.Dropped);
        Assert.Equal(2, bot.Cloud.Connector.Requests.Count);
    }

    [Fact]
    public async Task A_message_that_is_not_answered_in_time_is_not_said_again()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Hang { IsAfterAccept = true });

        var saying = bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
        await bot.Cloud.Connector.ArrivedAsync();
        bot.Time.Pass(TimeSpan.FromSeconds(9.9));
        Assert.False(saying.IsCompleted);
        bot.Time.Pass(TimeSpan.FromSeconds(0.2));
        AssertUnknown(await saying, ConnectorCodes.Timeout);
        Assert.Single(bot.Cloud.Connector.Requests);
    }

    [Fact]
    public async Task A_message_whose_answer_broke_off_after_its_status_was_said()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.HalfAnswer { IsAfterAccept = true });

        Assert.Equal("", ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop)));
        Assert.Single(bot.Cloud.Connector.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"id":7}""")]
    public async Task A_message_that_was_said_without_an_id_has_none(string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Answer(answer), times: 2);
        Assert.Equal("", ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop)));
        Assert.Equal("17", ConnectorCalls.Done(await bot.Connector.UpdateAsync(at, "17", ConnectorCalls.Text("x"), Stop)));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    public async Task What_was_certainly_not_done_is_tried_again_also_if_it_is_a_message(int status)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Status(status), times: 3);

        ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop));
        Assert.Equal(4, bot.Cloud.Connector.Requests.Count);
        Assert.Single(bot.Cloud.Connector.Conversations.ShownTo("amina"));
        Assert.InRange(bot.Time.Passed, TimeSpan.FromSeconds(1.75), TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(412, ConnectorCodes.Busy)]
    [InlineData(429, ConnectorCodes.Throttled)]
    public async Task After_four_attempts_it_is_for_later(int status, string code)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Status(status), times: 4);

        var result = await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
        Assert.Equal((ConnectorOutcome.Later, code, status), (result.Outcome, result.Code, result.Status));
        Assert.InRange(result.After, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
        Assert.Empty(bot.Cloud.Connector.Conversations.ShownTo("amina"));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Edits_removals_and_questions_are_repeated(int status)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        var id = ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop));

        bot.Cloud.Connector.Fail(new ConnectorFault.Status(status) { IsAfterAccept = true });
        ConnectorCalls.Done(await bot.Connector.UpdateAsync(at, id, ConnectorCalls.Text("y"), Stop));
        bot.Cloud.Connector.Fail(new ConnectorFault.Status(status));
        ConnectorCalls.Done(await bot.Connector.DeleteAsync(at, id, Stop));
        bot.Cloud.Connector.Fail(new ConnectorFault.Status(status));
        ConnectorCalls.Done(await bot.Connector.GetMembersAsync(at, Stop));
        bot.Cloud.Connector.Fail(new ConnectorFault.Status(status));
        ConnectorCalls.Done(await bot.Connector.CreateConversationAsync(at, TeamsConversations.With(ConnectorCalls.Bot, "29:amina", ""), Stop));
        Assert.Equal(9, bot.Cloud.Connector.Requests.Count);
    }

    [Fact]
    public async Task Edits_are_repeated_after_a_broken_connection_and_after_silence()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        var id = ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop));
        await bot.Cloud.Connector.ArrivedAsync();

        bot.Cloud.Connector.Fail(new ConnectorFault.Drop { IsAfterAccept = true });
        bot.Cloud.Connector.Fail(new ConnectorFault.HalfAnswer());
        ConnectorCalls.Done(await bot.Connector.UpdateAsync(at, id, ConnectorCalls.Text("y"), Stop));
        await bot.Cloud.Connector.ArrivedAsync();
        await bot.Cloud.Connector.ArrivedAsync();

        bot.Cloud.Connector.Fail(new ConnectorFault.Hang());
        var editing = bot.Connector.UpdateAsync(at, id, ConnectorCalls.Text("z"), Stop);
        await bot.Cloud.Connector.ArrivedAsync();
        bot.Time.Pass(TimeSpan.FromSeconds(10));
        var result = await editing;
        Assert.Equal((ConnectorOutcome.Later, ConnectorCodes.Timeout), (result.Outcome, result.Code));
    }

    [Fact]
    public async Task A_thread_that_may_have_been_begun_is_not_begun_again()
    {
        await using var bot = await TestBot.StartAsync();
        var channel = bot.Cloud.Connector.Conversations.AddChannel("19:team", "19:support@thread.tacv2", "chen");
        bot.Cloud.Connector.Fail(new ConnectorFault.Status(502) { IsAfterAccept = true });
        var thread = TeamsConversations.In(channel.Id, ConnectorCalls.Bot, channel.Tenant, ConnectorCalls.Text("HD-1"));
        AssertUnknown(await bot.Connector.CreateConversationAsync(ConnectorCalls.At(channel), thread, Stop), ConnectorCodes.ServerError);
        Assert.Single(bot.Cloud.Connector.Conversations.ShownTo("chen"));
    }

    [Fact]
    public async Task A_service_that_says_when_to_come_back_has_done_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Status(503) { RetryAfter = "2" });
        ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop));
        Assert.Equal(TimeSpan.FromSeconds(2), bot.Time.Passed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{")]
    public async Task A_question_that_is_answered_with_something_else_is_asked_later(string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Answer(answer));
        var result = await bot.Connector.GetMembersAsync(at, Stop);
        Assert.Equal((ConnectorOutcome.Later, ConnectorCodes.ServerError), (result.Outcome, result.Code));
    }

    [Fact]
    public async Task A_message_is_not_given_up_once_it_is_on_its_way()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Hang { IsAfterAccept = true });
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var saying = bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), stopping.Token);
        await bot.Cloud.Connector.ArrivedAsync();
        await stopping.CancelAsync();
        bot.Cloud.Connector.LetGo();
        Assert.NotEqual("", ConnectorCalls.Done(await saying));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Connector.SendAsync(at, ConnectorCalls.Text("y"), stopping.Token));
        Assert.Single(bot.Cloud.Connector.Requests);
    }

    [Fact]
    public async Task An_edit_is_given_up_when_the_program_stops()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Hang());
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var editing = bot.Connector.UpdateAsync(at, "17", ConnectorCalls.Text("x"), stopping.Token);
        await bot.Cloud.Connector.ArrivedAsync();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => editing);
    }

    [Fact]
    public async Task Nothing_that_people_wrote_and_no_token_is_logged()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(ConnectorFault.Of(403, "SomethingNew"));
        await bot.Connector.SendAsync(at, ConnectorCalls.Text("words-canary"), Stop);
        bot.Cloud.Entra.Revoke();
        await bot.Connector.UpdateAsync(at, "17", ConnectorCalls.Text("words-canary"), Stop);

        var logged = string.Join('\n', bot.Logs.Lines);
        Assert.Contains("403 connector.forbidden SomethingNew", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("amina", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("token-", logged, StringComparison.Ordinal);
    }

    private static void AssertUnknown<T>(ConnectorResult<T> result, string code) =>
        Assert.Equal((ConnectorOutcome.Unknown, code), (result.Outcome, result.Code));
}
