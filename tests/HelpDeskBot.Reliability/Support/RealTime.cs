using System.Diagnostics;

namespace HelpDeskBot.Reliability.Support;

/// <summary>Real processes in real time are what is tested here; everything waits for conditions, with a limit.</summary>
internal static class RealTime
{
    private const int Poll = 25;

#pragma warning disable RS0030 // The one place that chooses the clock of this program.
    private static TimeProvider Clock => TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>Seconds since 1970.</summary>
    public static long UnixSeconds => Clock.GetUtcNow().ToUnixTimeSeconds();

    public static Task PauseAsync(int milliseconds, CancellationToken stop) => Task.Delay(TimeSpan.FromMilliseconds(milliseconds), Clock, stop);

    /// <summary>Returns once the condition holds; fails with <paramref name="what"/> if it does not in time.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan limit, Func<string> what, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException($"Not within {limit.TotalSeconds} s: {what()}");
            }

            await PauseAsync(Poll, stop);
        }
    }
}
