namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>A clock that a test moves. Its timers ring while it is moved, in their order.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(TimeSpan From, TimeSpan To, TaskCompletionSource Set)> _waiting = [];
    private DateTimeOffset _now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Waits up to that long do not wait: the clock goes on to their end as soon as they begin.</summary>
    public TimeSpan Jumps { get; init; } = TimeSpan.MinValue;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Until something waits whose wait ends between these times from now.</summary>
    public Task WaitForTimerAsync(TimeSpan from, TimeSpan to)
    {
        lock (_lock)
        {
            if (_timers.Exists(timer => timer.Due >= _now + from && timer.Due <= _now + to))
            {
                return Task.CompletedTask;
            }

            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((from, to, set));
            return set.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
    }

    private void AdvanceTo(DateTimeOffset end)
    {
        while (true)
        {
            ManualTimer? next;
            lock (_lock)
            {
                next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
                _now = next is null ? Max(_now, end) : Max(_now, next.Due);
                if (next is null)
                {
                    return;
                }

                _timers.Remove(next);
            }

            next.Ring();
        }
    }

    private void Set(ManualTimer timer, TimeSpan due)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + due;
            _timers.Add(timer);
            foreach (var waiting in _waiting.Where(waiting => due >= waiting.From && due <= waiting.To).ToList())
            {
                waiting.Set.TrySetResult();
                _waiting.Remove(waiting);
            }
        }

        if (due <= Jumps || due == TimeSpan.Zero)
        {
            ThreadPool.QueueUserWorkItem(_ => AdvanceTo(timer.Due));
        }
    }

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed class ManualTimer(ManualTime time, Action callback) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(Timeout.InfiniteTimeSpan, period);
            time.Set(this, dueTime);
            return true;
        }

        public void Ring() => callback();

        public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
