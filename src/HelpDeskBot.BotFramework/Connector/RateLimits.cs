namespace HelpDeskBot.BotFramework.Connector;

/// <summary>At most so many calls in any period of this length, wherever it begins.</summary>
public readonly record struct RateWindow(int Calls, TimeSpan Period);

/// <summary>What is counted together.</summary>
public enum RateKind
{
    /// <summary>Sending, editing and deleting in a conversation.</summary>
    Send,

    /// <summary>Making a conversation.</summary>
    Create,

    /// <summary>Asking who is in a conversation.</summary>
    Members,
}

/// <summary>
/// Keeps the calls of one bot within what Teams takes: of each kind per conversation, and all of them per tenant. Calls are logged, so that every
/// window holds exactly; a bucket that refills would let almost twice as many through around its edge. A call that has to wait is not booked in
/// advance: whoever comes first when there is room goes first.
/// </summary>
public sealed class RateLimits(TimeProvider time)
{
    /// <summary>On the way to the service two calls come closer together, by up to this.</summary>
    internal static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(100);

    internal static readonly RateWindow[] PerTenant = [new(30, TimeSpan.FromSeconds(1))];

    private const int SweepAt = 1000;

    private readonly Dictionary<(RateKind? Kind, string Id), RateLog> _logs = [];
    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private int _sweepAt = SweepAt;

    /// <summary>Counts a call that is made now, if there is room for it.</summary>
    /// <param name="conversation">The conversation, without a thread; null where only the tenant counts.</param>
    /// <returns>Zero, or how long to wait before asking again.</returns>
    public TimeSpan Take(RateKind kind, string? conversation, string tenant)
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_start);
            var ofConversation = conversation is null ? null : LogOf((kind, conversation), now);
            var ofTenant = LogOf((null, tenant), now);
            var wait = ofTenant.WaitAt(now);
            wait = ofConversation?.WaitAt(now) is { } longer && longer > wait ? longer : wait;
            if (wait == TimeSpan.Zero)
            {
                ofConversation?.Add(now);
                ofTenant.Add(now);
            }

            return wait;
        }
    }

    /// <summary>The service said to wait: nobody calls there before.</summary>
    public void Pause(RateKind kind, string? conversation, string tenant, TimeSpan wait)
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_start);
            LogOf(conversation is null ? (null, tenant) : (kind, conversation), now).PausedUntil = now + wait;
        }
    }

    internal static RateWindow[] WindowsOf(RateKind? kind) => kind switch
    {
        null => PerTenant,
        RateKind.Members => PerConversation(2),
        _ => PerConversation(1),
    };

    internal int LogCount => _logs.Count;

    private static RateWindow[] PerConversation(int times) =>
    [
        new(7 * times, TimeSpan.FromSeconds(1)),
        new(8 * times, TimeSpan.FromSeconds(2)),
        new(60 * times, TimeSpan.FromSeconds(30)),
        new(1800 * times, TimeSpan.FromHours(1)),
    ];

    private RateLog LogOf((RateKind? Kind, string Id) key, TimeSpan now)
    {
        if (!_logs.TryGetValue(key, out var log))
        {
            Sweep(now);
            _logs[key] = log = new RateLog(WindowsOf(key.Kind), Slack);
        }

        return log;
    }

    private void Sweep(TimeSpan now)
    {
        if (_logs.Count < _sweepAt)
        {
            return;
        }

        foreach (var idle in _logs.Where(entry => entry.Value.IsIdleAt(now)).Select(entry => entry.Key).ToList())
        {
            _logs.Remove(idle);
        }

        _sweepAt = Math.Max(SweepAt, _logs.Count * 2);
    }
}
