using HelpDeskBot.Channels.Teams;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>People who wait see that the bot is at it.</summary>
public sealed class TeamsTypingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_turn_that_takes_longer_than_a_second_shows_that_the_bot_is_at_it_once()
    {
        var time = new FakeTime();
        await using var bot = await TestBot.StartAsync(clock: time);
        using var typing = new TeamsTyping(bot.Connector, time);
        var amina = bot.Cloud.Connector.Conversations.AddPerson("amina");
        typing.Begin(ConnectorCalls.At(amina));
        typing.Begin(ConnectorCalls.At(amina));
        time.Pass(Patience - TimeSpan.FromMilliseconds(1));
        Assert.Empty(bot.Cloud.Connector.Requests);

        time.Pass(TimeSpan.FromMilliseconds(1));
        await bot.Cloud.Connector.ArrivedAsync();
        time.Pass(10 * Patience);
        var shown = Assert.Single(bot.Cloud.Connector.Requests);
        Assert.Equal("typing", shown.Json!["type"]!.GetValue<string>());
        Assert.Equal(["conversations", "a:amina", "activities"], shown.Segments);
    }

    [Fact]
    public async Task A_fast_turn_shows_nothing()
    {
        var time = new FakeTime();
        await using var bot = await TestBot.StartAsync(clock: time);
        var typing = new TeamsTyping(bot.Connector, time);
        typing.Begin(ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina")));
        typing.Dispose();
        time.Pass(10 * Patience);
        Assert.Empty(bot.Cloud.Connector.Requests);
    }
}
