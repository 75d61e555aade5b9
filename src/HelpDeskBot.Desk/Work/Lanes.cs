using System.Threading.Channels;

namespace HelpDeskBot.Desk.Work;

/// <summary>
/// Runs work in lanes: the work of one lane never overlaps, lanes run beside each other. A signal while a lane runs makes it run
/// once more, so that nothing committed before the signal can be missed.
/// </summary>
internal sealed class Lanes(int width, Func<string, CancellationToken, Task> run)
{
    private readonly Channel<string> _ready = Channel.CreateUnbounded<string>();
    private readonly Dictionary<string, bool> _active = new(StringComparer.Ordinal); // lane -> signalled again while running
    private readonly List<TaskCompletionSource> _idleWaiters = [];
    private readonly Lock _lock = new();

    /// <summary>There may be something to do in this lane.</summary>
    public void Signal(string lane)
    {
        lock (_lock)
        {
            if (_active.ContainsKey(lane))
            {
                _active[lane] = true;
                return;
            }

            _active[lane] = false;
        }

        _ready.Writer.TryWrite(lane);
    }

    /// <summary>Completes when no lane runs or waits.</summary>
    public Task IdleAsync()
    {
        lock (_lock)
        {
            if (_active.Count == 0)
            {
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _idleWaiters.Add(waiter);
            return waiter.Task;
        }
    }

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, width).Select(_ => WorkAsync(stop)));

    private async Task WorkAsync(CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            await foreach (var lane in _ready.Reader.ReadAllAsync(stop))
            {
                await run(lane, stop);
                Finish(lane);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The process stops; what is left is taken up again at the next start.
        }
    }

    private void Finish(string lane)
    {
        lock (_lock)
        {
            if (_active[lane])
            {
                _active[lane] = false;
                _ready.Writer.TryWrite(lane);
                return;
            }

            _active.Remove(lane);
            if (_active.Count > 0)
            {
                return;
            }

            _idleWaiters.ForEach(waiter => waiter.TrySetResult());
            _idleWaiters.Clear();
        }
    }
}
