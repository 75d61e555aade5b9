using System.Globalization;
using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>How long calls wait: as the service says, and within the limits that Teams documents.</summary>
public class ConnectorWaitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("3", 3)]
    [InlineData("5", 5)]
    public async Task A_short_wait_is_waited_for(string seconds, int expected)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(ConnectorFault.Throttled(seconds));
        ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop));
        Assert.Equal(TimeSpan.FromSeconds(expected), bot.Time.Passed);
    }

    [Fact]
    public async Task A_wait_is_also_understood_as_a_date()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(ConnectorFault.Throttled(bot.Time.GetUtcNow().AddSeconds(4).ToString("R", CultureInfo.InvariantCulture)));
        ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop));
        Assert.Equal(TimeSpan.FromSeconds(4), bot.Time.Passed);
    }

    [Theory]
    [InlineData("6", 6)]
    [InlineData("600", 600)]
    [InlineData("86400", 3600)]
    [InlineData("99999999", 3600)]
    public async Task A_long_wait_goes_back_to_the_caller(string seconds, int expected)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(ConnectorFault.Throttled(seconds));
        var result = await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
        Assert.Equal((ConnectorOutcome.Later, ConnectorCodes.Throttled, TimeSpan.FromSeconds(expected)), (result.Outcome, result.Code, result.After));
        Assert.Single(bot.Cloud.Connector.Requests);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("Mon, 23 Nov 2020 08:00:00 GMT")]
    public async Task A_wait_that_is_none_is_our_own(string after)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(ConnectorFault.Throttled(after));
        ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop));
        Assert.InRange(bot.Time.Passed, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task Who_is_told_to_wait_waits_with_everything_there_and_with_nothing_elsewhere()
    {
        await using var bot = await TestBot.StartAsync();
        var amina = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        var bruno = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("bruno"));
        bot.Cloud.Connector.Fail(ConnectorFault.Throttled("60"));
        await bot.Connector.SendAsync(amina, ConnectorCalls.Text("x"), Stop);

        var edit = await bot.Connector.UpdateAsync(amina, "17", ConnectorCalls.Text("x"), Stop);
        Assert.Equal((ConnectorOutcome.Later, ConnectorCodes.Throttled, TimeSpan.FromSeconds(60)), (edit.Outcome, edit.Code, edit.After));
        Assert.Single(bot.Cloud.Connector.Requests);
        ConnectorCalls.Done(await bot.Connector.SendAsync(bruno, ConnectorCalls.Text("x"), Stop));

        bot.Time.Pass(TimeSpan.FromSeconds(60));
        ConnectorCalls.Done(await bot.Connector.SendAsync(amina, ConnectorCalls.Text("x"), Stop));
    }

    [Fact]
    public async Task Threads_count_for_their_channel()
    {
        await using var bot = await TestBot.StartAsync();
        var channel = bot.Cloud.Connector.Conversations.AddChannel("19:team", "19:support@thread.tacv2", "chen");
        bot.Cloud.Connector.Fail(ConnectorFault.Throttled("60"));
        await bot.Connector.SendAsync(ConnectorCalls.At(channel, channel.Id + ";messageid=1"), ConnectorCalls.Text("x"), Stop);
        var other = await bot.Connector.SendAsync(ConnectorCalls.At(channel, channel.Id + ";messageid=2"), ConnectorCalls.Text("x"), Stop);
        Assert.Equal((ConnectorOutcome.Later, 0), (other.Outcome, other.Status));
    }

    [Fact]
    public async Task A_service_that_counts_as_documented_never_has_to_refuse()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Cloud.Connector.HoldsLimits = true;
        var people = Enumerable.Range(0, 40).Select(number => ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson($"person{number}"))).ToList();
        foreach (var (person, message) in Enumerable.Range(0, 20).SelectMany(message => people.Select(person => (person, message))))
        {
            while (await bot.Connector.SendAsync(person, ConnectorCalls.Text($"{message}"), Stop) is { Outcome: not ConnectorOutcome.Done } later)
            {
                Assert.Equal((ConnectorOutcome.Later, 0), (later.Outcome, later.Status));
                bot.Time.Pass(later.After);
            }
        }

        Assert.Equal(800, bot.Cloud.Connector.Requests.Count);
        Assert.True(bot.Time.Passed >= TimeSpan.FromSeconds(800.0 / 30 - 1), $"800 calls of one tenant took {bot.Time.Passed}");
    }

    [Fact]
    public async Task One_conversation_that_much_is_said_in_never_has_to_be_refused()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Cloud.Connector.HoldsLimits = true;
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        for (var message = 0; message < 130; message++)
        {
            while (await bot.Connector.SendAsync(at, ConnectorCalls.Text($"{message}"), Stop) is { Outcome: not ConnectorOutcome.Done } later)
            {
                Assert.Equal((ConnectorOutcome.Later, 0), (later.Outcome, later.Status));
                bot.Time.Pass(later.After);
            }
        }

        Assert.Equal(130, bot.Cloud.Connector.Conversations.ShownTo("amina").Count);
        Assert.Equal(130, bot.Cloud.Connector.Requests.Count);
        Assert.InRange(bot.Time.Passed, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(65));
    }
}
