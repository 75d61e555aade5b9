using HelpDeskBot.Slack.Api;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Asks again what Slack wants later.</summary>
internal static class SlackRetries
{
    private const int Tries = 5;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static async Task<SlackResult<T>> AskAsync<T>(Func<Task<SlackResult<T>>> call, TimeProvider time, CancellationToken stop)
        where T : class
    {
        for (var tries = 1; ; tries++)
        {
            var result = await call();
            if (result.Outcome is not SlackOutcome.Later || tries == Tries)
            {
                return result;
            }

            var pause = result.RetryAfter > Shortest ? result.RetryAfter : Shortest;
            await Task.Delay(pause < Longest ? pause : Longest, time, stop);
        }
    }
}
