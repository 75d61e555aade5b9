namespace HelpDeskBot.Slack.Api;

/// <summary>
/// Keeps calls within Slack's limits before Slack has to: by method, and posts by channel too. One installation is one workspace to Slack, so
/// these limits are those of the token. Where Slack says to wait all the same, all such calls wait.
/// </summary>
internal sealed class SlackRateLimits(TimeProvider time)
{
    /// <summary>Whoever has to wait longer is told so instead.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private const int ManyWindows = 1000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A second and a little, since what leaves a second apart may arrive closer.</summary>
    private static readonly TimeSpan PostInterval = TimeSpan.FromSeconds(1.1);

    private readonly Dictionary<string, CallWindow> _windows = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly long _started = time.GetTimestamp();

    /// <summary>Waits until the call may be made, and counts it. If that takes too long, returns at once how long it would take, and counts nothing.</summary>
    public async Task<TimeSpan> WaitAsync(SlackMethod method, string? channel, CancellationToken stop)
    {
        var latest = Now + LongestWait;
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
            {
                wait = TakeOrWait(method, channel);
            }

            if (wait <= TimeSpan.Zero || Now + wait > latest)
            {
                return wait;
            }

            await Task.Delay(wait, time, stop);
        }
    }

    /// <summary>Slack wants such calls to wait.</summary>
    public void Block(SlackMethod method, string? channel, TimeSpan length)
    {
        lock (_lock)
        {
            // Which of the limits it was Slack does not say; of a post it is the channel's.
            (method.IsPost && channel is not null ? OfChannel(channel) : OfMethod(method)).Block(Now + length);
        }
    }

    private DateTimeOffset Now => _start + time.GetElapsedTime(_started); // whatever the wall clock does

    private TimeSpan TakeOrWait(SlackMethod method, string? channel)
    {
        var now = Now;
        List<CallWindow> windows = method.IsPost && channel is not null ? [OfMethod(method), OfChannel(channel)] : [OfMethod(method)];
        var next = windows.Max(window => window.Next);
        if (next > now)
        {
            return next - now;
        }

        windows.ForEach(window => window.Take(now));
        return TimeSpan.Zero;
    }

    private CallWindow OfMethod(SlackMethod method) => Window(method.Name, method.PerMinute, Minute);

    private CallWindow OfChannel(string channel) => Window("channel " + channel, 1, PostInterval);

    private CallWindow Window(string key, int count, TimeSpan length)
    {
        if (_windows.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_windows.Count >= ManyWindows)
        {
            var now = Now;
            foreach (var idle in _windows.Where(pair => pair.Value.IsIdle(now)).Select(pair => pair.Key).ToList())
            {
                _windows.Remove(idle);
            }
        }

        return _windows[key] = new CallWindow(count, length);
    }
}
