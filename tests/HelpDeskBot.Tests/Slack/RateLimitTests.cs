using HelpDeskBot.Slack.Api;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.Slack;

/// <summary>However calls come, Slack never gets more than it takes.</summary>
public class RateLimitTests
{
    private static readonly SlackMethod[] Methods =
        [SlackMethods.PostMessage, SlackMethods.PostMessage, SlackMethods.PostMessage, SlackMethods.UpdateMessage, SlackMethods.RemoveReaction, SlackMethods.UserInfo];

    [Fact]
    public async Task No_method_and_no_channel_gets_more_than_its_limit()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var time = new ManualTime();
            var limits = new SlackRateLimits(time);
            var calls = new List<(SlackMethod Method, string Channel, DateTimeOffset At)>();
            var callers = Enumerable.Range(0, random.Next(1, 12)).Select(_ => CallAsync(limits, time, new Random(random.Next()), calls)).ToList();
            while (!Task.WhenAll(callers).IsCompleted)
            {
                time.Advance(TimeSpan.FromMilliseconds(random.Next(1, 400)));
                await Task.Yield();
            }

            await Task.WhenAll(callers);
            AssertKept(seed, calls.GroupBy(call => call.Method.Name).Select(group => (group.Select(call => call.At), group.First().Method.PerMinute, TimeSpan.FromMinutes(1))));
            AssertKept(seed, calls.Where(call => call.Method.IsPost).GroupBy(call => call.Channel).Select(group => (group.Select(call => call.At), 1, TimeSpan.FromSeconds(1))));
        }
    }

    [Fact]
    public async Task Nobody_waits_who_need_not()
    {
        var limits = new SlackRateLimits(new ManualTime());
        for (var call = 0; call < 50; call++)
        {
            Assert.Equal(TimeSpan.Zero, await limits.WaitAsync(SlackMethods.UpdateMessage, "C1", Stop));
            Assert.Equal(TimeSpan.Zero, await limits.WaitAsync(SlackMethods.PostMessage, $"C{call}", Stop));
        }
    }

    [Fact]
    public async Task Who_would_wait_long_is_told_how_long()
    {
        var time = new ManualTime();
        var limits = new SlackRateLimits(time);
        for (var call = 0; call < 20; call++)
        {
            await limits.WaitAsync(SlackMethods.RemoveReaction, "C1", Stop);
        }

        Assert.Equal(TimeSpan.FromSeconds(60), await limits.WaitAsync(SlackMethods.RemoveReaction, "C1", Stop));
        time.Advance(TimeSpan.FromSeconds(55));
        var waiting = limits.WaitAsync(SlackMethods.RemoveReaction, "C1", Stop);
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.Zero, await waiting);
    }

    [Fact]
    public async Task Where_Slack_says_to_wait_all_such_calls_wait()
    {
        var time = new ManualTime();
        var limits = new SlackRateLimits(time);
        limits.Block(SlackMethods.PostMessage, "C1", TimeSpan.FromSeconds(30));
        limits.Block(SlackMethods.PostMessage, "C1", TimeSpan.FromSeconds(3)); // an older answer that comes later
        Assert.Equal(TimeSpan.FromSeconds(30), await limits.WaitAsync(SlackMethods.PostMessage, "C1", Stop));
        Assert.Equal(TimeSpan.FromSeconds(30), await limits.WaitAsync(SlackMethods.PostEphemeral, "C1", Stop));
        Assert.Equal(TimeSpan.Zero, await limits.WaitAsync(SlackMethods.PostMessage, "C2", Stop));
        Assert.Equal(TimeSpan.Zero, await limits.WaitAsync(SlackMethods.UpdateMessage, "C1", Stop));
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, await limits.WaitAsync(SlackMethods.PostMessage, "C1", Stop));
    }

    [Fact]
    public async Task Channels_of_the_past_are_forgotten_and_limits_are_not()
    {
        var time = new ManualTime();
        var limits = new SlackRateLimits(time);
        for (var channel = 0; channel < 5000; channel++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(TimeSpan.Zero, await limits.WaitAsync(SlackMethods.PostMessage, $"C{channel}", Stop));
        }

        var again = limits.WaitAsync(SlackMethods.PostMessage, "C4999", Stop);
        Assert.False(again.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, await again);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task CallAsync(SlackRateLimits limits, ManualTime time, Random random, List<(SlackMethod Method, string Channel, DateTimeOffset At)> calls)
    {
        for (var call = 0; call < 80; call++)
        {
            var (method, channel) = (Methods[random.Next(Methods.Length)], $"C{random.Next(3)}");
            if (await limits.WaitAsync(method, channel, Stop) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, Stop);
            }
            else
            {
                lock (calls)
                {
                    calls.Add((method, channel, time.GetUtcNow()));
                }
            }

            if (random.Next(20) == 0)
            {
                limits.Block(method, channel, TimeSpan.FromSeconds(random.Next(1, 4)));
            }
        }
    }

    private static void AssertKept(int seed, IEnumerable<(IEnumerable<DateTimeOffset> Calls, int Most, TimeSpan Length)> limits)
    {
        foreach (var (calls, most, length) in limits)
        {
            var times = calls.Order().ToList();
            for (var i = most; i < times.Count; i++)
            {
                Assert.True(times[i] - times[i - most] >= length, $"seed {seed}: {most + 1} calls in {times[i] - times[i - most]}");
            }
        }
    }
}
