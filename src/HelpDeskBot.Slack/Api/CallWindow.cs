namespace HelpDeskBot.Slack.Api;

/// <summary>At most so many calls in any stretch of time of this length.</summary>
internal sealed class CallWindow(int count, TimeSpan length)
{
    private readonly Queue<DateTimeOffset> _calls = new(count);
    private DateTimeOffset _blockedUntil;

    /// <summary>When the next call may be made; in the past if now.</summary>
    public DateTimeOffset Next
    {
        get
        {
            var free = _calls.Count < count ? DateTimeOffset.MinValue : _calls.Peek() + length;
            return free > _blockedUntil ? free : _blockedUntil;
        }
    }

    public void Take(DateTimeOffset now)
    {
        if (_calls.Count == count)
        {
            _calls.Dequeue();
        }

        _calls.Enqueue(now);
    }

    public void Block(DateTimeOffset until)
    {
        if (until > _blockedUntil)
        {
            _blockedUntil = until;
        }
    }

    /// <summary>Nothing of the past matters any more.</summary>
    public bool IsIdle(DateTimeOffset now) => _blockedUntil <= now && (_calls.Count == 0 || _calls.Last() + length <= now);
}
