namespace HelpDeskBot.BotFramework.Connector;

/// <summary>When calls were made, as far back as a window looks.</summary>
internal sealed class RateLog(RateWindow[] windows, TimeSpan slack)
{
    private readonly int _most = windows.Max(window => window.Calls);
    private readonly List<TimeSpan> _calls = [];

    public TimeSpan PausedUntil { get; set; }

    /// <summary>How long to wait until another call fits into every window; zero if it fits now.</summary>
    public TimeSpan WaitAt(TimeSpan now)
    {
        var until = PausedUntil;
        foreach (var (calls, period) in windows)
        {
            if (_calls.Count >= calls && _calls[^calls] + period + slack is var free && free > until)
            {
                until = free;
            }
        }

        return until > now ? until - now : TimeSpan.Zero;
    }

    public void Add(TimeSpan now)
    {
        _calls.Add(now);
        if (_calls.Count >= 2 * _most)
        {
            _calls.RemoveRange(0, _calls.Count - _most);
        }
    }

    /// <summary>Whether forgetting it changes nothing.</summary>
    public bool IsIdleAt(TimeSpan now) =>
        PausedUntil <= now && (_calls.Count == 0 || _calls[^1] + windows.Max(window => window.Period) + slack <= now);
}
