using HelpDeskBot.Slack.Api;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.Slack;

/// <summary>What breaks on the way is known for what it is, and nothing is said twice or never.</summary>
public class FaultTests
{
    private readonly ManualTime _time = new() { Jumps = TimeSpan.FromSeconds(3) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fault.AcceptedThenDropped, SlackOutcome.Unknown, "connection")]
    [InlineData(Fault.Dropped, SlackOutcome.Unknown, "connection")]
    [InlineData(Fault.AcceptedThenFailed, SlackOutcome.Unknown, "http_500")]
    [InlineData(Fault.Unavailable, SlackOutcome.Unknown, "http_503")]
    public async Task A_post_whose_answer_is_lost_is_unknown_and_found_or_said_again(Fault fault, SlackOutcome outcome, string error)
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var room = slack.AddChannel("support", "Chen");
        slack.Faults.Next("chat.postMessage", fault);
        var message = new OutgoingMessage(room.Id, "hello") { Key = "k1" };
        var since = _time.GetUtcNow();
        var first = await client.Chat.PostAsync(message, triedSince: null, Stop);
        Assert.Equal((outcome, error), (first.Outcome, first.Error));
        Assert.True(first.RetryAfter > TimeSpan.Zero);
        var second = await client.Chat.PostAsync(message, since, Stop);
        Assert.True(second.IsOk);
        Assert.Equal(second.Value.Ts, Assert.Single(room.Messages).Ts);
        Assert.Single(slack.As("Chen").Seen);
    }

    [Fact]
    public async Task While_nobody_can_look_nothing_is_said_again()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var room = slack.AddChannel("support", "Chen");
        slack.Faults.Next("chat.postMessage", Fault.AcceptedThenDropped);
        slack.Faults.Next("conversations.history", Fault.Unavailable);
        var message = new OutgoingMessage(room.Id, "hello") { Key = "k1" };
        await client.Chat.PostAsync(message, triedSince: null, Stop);
        Assert.Equal(SlackOutcome.Later, (await client.Chat.PostAsync(message, _time.GetUtcNow(), Stop)).Outcome);
        Assert.Single(room.Messages);
    }

    [Theory]
    [InlineData(Fault.Hanging)]
    [InlineData(Fault.AcceptedThenHanging)]
    public async Task A_post_that_never_ends_is_unknown(Fault fault)
    {
        var time = new ManualTime();
        await using var slack = await FakeSlack.StartAsync(time);
        using var client = SlackApp.ClientOf(slack, time);
        var room = slack.AddChannel("support", "Chen");
        slack.Faults.Next("chat.postMessage", fault);
        var posting = client.Chat.PostAsync(new OutgoingMessage(room.Id, "hello") { Key = "k1" }, triedSince: null, Stop);
        while (!slack.Calls.Any(call => call.Method == "chat.postMessage"))
        {
            await Task.Yield();
        }

        time.Advance(TimeSpan.FromSeconds(10));
        var result = await posting;
        Assert.Equal((SlackOutcome.Unknown, "timeout"), (result.Outcome, result.Error));
    }

    [Theory]
    [InlineData(Fault.AcceptedThenDropped)]
    [InlineData(Fault.Unavailable)]
    public async Task A_change_whose_answer_is_lost_may_be_made_again(Fault fault)
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var room = slack.AddChannel("support", "Chen");
        var posted = (await client.Chat.PostAsync(new OutgoingMessage(room.Id, "old"), null, Stop)).Value!;
        slack.Faults.Next("chat.update", fault);
        Assert.Equal(SlackOutcome.Later, (await client.Chat.UpdateAsync(new OutgoingMessage(room.Id, "new"), posted.Ts, Stop)).Outcome);
        Assert.True((await client.Chat.UpdateAsync(new OutgoingMessage(room.Id, "new"), posted.Ts, Stop)).IsOk);
        Assert.Equal("new", Assert.Single(room.Messages).Text);
    }

    [Fact]
    public async Task Too_many_is_waited_for_as_Slack_says()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var room = slack.AddChannel("support", "Chen");
        slack.Faults.Next("chat.postMessage", Fault.TooMany, Fault.TooMany);
        Assert.True((await client.Chat.PostAsync(new OutgoingMessage(room.Id, "hello"), null, Stop)).IsOk);
        var times = slack.Calls.Select(call => call.At).ToList();
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(2) && times[2] - times[1] >= TimeSpan.FromSeconds(2));
        Assert.Single(room.Messages);

        slack.Faults.Next("chat.postMessage", Fault.TooMany, Fault.TooMany, Fault.TooMany);
        var later = await client.Chat.PostAsync(new OutgoingMessage(room.Id, "hello"), null, Stop);
        Assert.Equal((SlackOutcome.Later, TimeSpan.FromSeconds(2)), (later.Outcome, later.RetryAfter));
    }

    [Fact]
    public async Task Posts_of_one_channel_leave_a_second_apart_and_Slack_never_has_to_say_so()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        var room = slack.AddChannel("support", "Chen");
        for (var number = 0; number < 20; number++)
        {
            Assert.True((await client.Chat.PostAsync(new OutgoingMessage(room.Id, $"{number}"), null, Stop)).IsOk);
        }

        Assert.Equal(20, slack.Calls.Count);
        Assert.Equal(20, room.Messages.Count);
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_tried_later()
    {
        var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        await slack.DisposeAsync();
        var result = await client.Chat.PostAsync(new OutgoingMessage("C1", "x"), null, Stop);
        Assert.Equal((SlackOutcome.Later, "connection"), (result.Outcome, result.Error));
    }

    [Fact]
    public async Task Who_stops_a_call_is_told()
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        slack.Faults.Next("auth.test", Fault.Hanging);
        using var stop = new CancellationTokenSource();
        var calling = client.TestAuthAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calling);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_a_storm_everything_was_said_exactly_once(int seed)
    {
        await using var slack = await FakeSlack.StartAsync(_time);
        using var client = SlackApp.ClientOf(slack, _time);
        slack.Faults.Often(
            seed,
            ("chat.postMessage", Fault.TooMany, 0.30),
            ("chat.postMessage", Fault.AcceptedThenDropped, 0.05),
            ("chat.postMessage", Fault.AcceptedThenFailed, 0.05),
            ("chat.postMessage", Fault.Dropped, 0.05),
            ("conversations.history", Fault.Unavailable, 0.05));
        var rooms = Enumerable.Range(0, 5).Select(number => slack.AddChannel($"room{number}", "Chen")).ToList();
        for (var number = 0; number < 200; number++)
        {
            await SayAsync(client, new OutgoingMessage(rooms[number % rooms.Count].Id, $"{number}") { Key = $"k{number}" });
        }

        Assert.Equal(Enumerable.Range(0, 200), slack.As("Chen").Seen.Select(shown => int.Parse(shown.Text, System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.All(rooms, room => Assert.Equal(room.Messages.Select(message => message.Text), room.Messages.OrderBy(message => message.Ts, StringComparer.Ordinal).Select(message => message.Text)));
    }

    /// <summary>As an outbox does: waits as it is told, and notes when it tried first.</summary>
    private async Task SayAsync(SlackClient client, OutgoingMessage message)
    {
        DateTimeOffset? tried = null;
        while (true)
        {
            var now = _time.GetUtcNow();
            var result = await client.Chat.PostAsync(message, tried, Stop);
            if (result.IsOk)
            {
                return;
            }

            Assert.NotEqual(SlackOutcome.Refused, result.Outcome);
            tried ??= result.Outcome is SlackOutcome.Unknown ? now : null;
            _time.Advance(result.RetryAfter);
        }
    }
}
