namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>
/// A clock that stands still until it is moved. Waits up to a chosen length end at once, and the clock stands after them; longer ones are time-outs
/// and end when a test lets the time pass.
/// </summary>
internal sealed class FakeTime(TimeSpan skips = default) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly DateTimeOffset _start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private TimeSpan _passed;

    /// <summary>How much time has passed since the beginning.</summary>
    public TimeSpan Passed
    {
        get
        {
            lock (_lock)
            {
                return _passed;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _start + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Pass(TimeSpan time)
    {
        List<FakeTimer> due;
        lock (_lock)
        {
            _passed += time;
            due = [.. _timers.Where(timer => timer.Due <= _passed).OrderBy(timer => timer.Due)];
            _timers.RemoveAll(timer => timer.Due <= _passed);
        }

        due.ForEach(timer => timer.Run());
    }

    private void Start(FakeTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _passed + dueTime;
            _timers.Add(timer);
        }

        if (dueTime <= skips)
        {
            ThreadPool.QueueUserWorkItem(Skip, timer, preferLocal: false);
        }
    }

    private void Skip(FakeTimer timer)
    {
        lock (_lock)
        {
            if (!_timers.Remove(timer))
            {
                return; // it was stopped
            }

            _passed = timer.Due > _passed ? timer.Due : _passed;
        }

        timer.Run();
    }

    private sealed class FakeTimer(FakeTime time, Action run) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Run() => run();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Start(this, dueTime);
            return true;
        }

        public void Dispose() => time.Start(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
