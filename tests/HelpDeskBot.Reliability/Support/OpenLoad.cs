using System.Diagnostics;

namespace HelpDeskBot.Reliability.Support;

/// <summary>Turns that are due at random moments of a fixed mean rate, whether or not the program keeps up, and count from when they were due.</summary>
internal static class OpenLoad
{
    /// <summary>Keeps up a rate of turns for a time, and returns once all of them are answered.</summary>
    /// <param name="rate">Turns a second.</param>
    /// <param name="turn">Has one turn, and says of what kind it was.</param>
    public static async Task<Latencies> RunAsync(int rate, TimeSpan time, Random random, Func<Task<string>> turn, CancellationToken stop)
    {
        var (latencies, turns) = (new Latencies(), new List<Task>());
        var started = Stopwatch.GetTimestamp();
        var due = Next(TimeSpan.Zero);
        while (due < time)
        {
            var ahead = due - Stopwatch.GetElapsedTime(started);
            if (ahead > TimeSpan.Zero)
            {
                await RealTime.PauseAsync(Math.Max(1, (int)ahead.TotalMilliseconds), stop);
                continue;
            }

            turns.Add(MeasureAsync(due));
            due = Next(due);
        }

        await Task.WhenAll(turns);
        return latencies;

        TimeSpan Next(TimeSpan after) => after - TimeSpan.FromSeconds(Math.Log(1 - random.NextDouble()) / rate);

        async Task MeasureAsync(TimeSpan wasDue) => latencies.Add(await turn(), Stopwatch.GetElapsedTime(started) - wasDue);
    }
}
