using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Work;

/// <summary>Does something at the start and then again and again. What fails is logged and tried the next time.</summary>
public abstract partial class Periodic(TimeProvider technical, ILogger logger) : BackgroundService
{
    /// <summary>How long from one time to the next.</summary>
    protected virtual TimeSpan Period => TimeSpan.FromSeconds(1);

    protected TimeProvider Technical => technical;

    public abstract Task RunOnceAsync(CancellationToken stop);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, technical);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await RunOnceAsync(stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure, GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} failed; it runs again soon")]
    private partial void LogFailed(Exception failure, string work);
}
