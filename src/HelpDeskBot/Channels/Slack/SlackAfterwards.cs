using System.Threading.Channels;

namespace HelpDeskBot.Channels.Slack;

/// <summary>
/// Does what nobody's answer waits for: opening forms, words that only one person sees for a while, home tabs. Nothing of it is lost by a crash that
/// the person would not simply ask for again; what must arrive goes through the outbox.
/// </summary>
internal sealed partial class SlackAfterwards(ILogger<SlackAfterwards> logger) : BackgroundService
{
    private const int Width = 8;
    private const int MostWaiting = 10_000;

    private readonly Channel<Func<CancellationToken, Task>> _work = Channel.CreateBounded<Func<CancellationToken, Task>>(MostWaiting);

    private int _open;

    /// <summary>Nothing waits and nothing runs.</summary>
    public bool IsIdle => Volatile.Read(ref _open) == 0;

    public void Do(Func<CancellationToken, Task> work)
    {
        Interlocked.Increment(ref _open);
        if (!_work.Writer.TryWrite(work))
        {
            Interlocked.Decrement(ref _open);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Width).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            await foreach (var work in _work.Reader.ReadAllAsync(stop))
            {
                await TryAsync(work, stop);
                Interlocked.Decrement(ref _open);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        try
        {
            await work(stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something for Slack was not shown")]
    private partial void LogFailed(Exception failure);
}
