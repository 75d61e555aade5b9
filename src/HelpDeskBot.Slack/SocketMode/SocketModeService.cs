using System.Net.WebSockets;
using HelpDeskBot.Slack.Api;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Slack.SocketMode;

/// <summary>
/// Keeps a connection to Slack, from here to there, so that nothing outside must reach this machine. The next one stands before the one before
/// ends; what breaks is opened again, ever more slowly while it keeps breaking.
/// </summary>
internal sealed partial class SocketModeService(SlackClient client, SlackIntake intake, TimeProvider time, ILoggerFactory loggers) : BackgroundService
{
    private const string LinkDisabled = "link_disabled";

    private static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(20);

    /// <summary>How long before its end a connection is replaced.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(1);

    /// <summary>How long an old connection is read beside the new one.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    /// <summary>A connection that lived so long was a good one.</summary>
    private static readonly TimeSpan GoodLife = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly ILogger _logger = loggers.CreateLogger<SocketModeService>();
    private readonly List<Task> _retiring = [];
    private int _failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SocketConnection? current = null;
        try
        {
            while (true)
            {
                var (next, life) = await ConnectAsync(stoppingToken);
                Retire(current, Overlap, stoppingToken);
                current = next;
                await LiveAsync(current, life, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Retire(current, TimeSpan.Zero, stoppingToken);
            await Task.WhenAll(_retiring);
        }
    }

    /// <summary>Waits until another connection is wanted, and then for as long as it should not be opened yet.</summary>
    private async Task LiveAsync(SocketConnection connection, TimeSpan? life, CancellationToken stop)
    {
        var opened = time.GetTimestamp();
        var reason = await EndOfAsync(connection, life, stop);
        LogEnding(reason);
        if (reason == LinkDisabled)
        {
            LogDisabled();
            await Task.Delay(LongestPause, time, stop);
        }

        _failures = reason != "closed" || time.GetElapsedTime(opened) >= GoodLife ? 0 : _failures + 1;
        await PauseAsync(TimeSpan.Zero, stop);
    }

    private async Task<string> EndOfAsync(SocketConnection connection, TimeSpan? life, CancellationToken stop)
    {
        var good = life switch
        {
            null => Timeout.InfiniteTimeSpan,
            { } known when known > 2 * Lead => known - Lead,
            { } known => known / 2,
        };
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(connection.Ending, Task.Delay(good, time, ended.Token));
        await ended.CancelAsync();
        stop.ThrowIfCancellationRequested();
        return connection.Ending.IsCompleted ? await connection.Ending : "old";
    }

    private async Task<(SocketConnection Connection, TimeSpan? Life)> ConnectAsync(CancellationToken stop)
    {
        while (true)
        {
            var address = await client.OpenConnectionAsync(stop);
            if (address.IsOk)
            {
                var connection = new SocketConnection(intake, time, loggers.CreateLogger<SocketConnection>());
                try
                {
                    return (connection, await connection.OpenAsync(address.Value, OpenTimeout, stop));
                }
                catch (Exception failure) when (failure is WebSocketException or TimeoutException or OperationCanceledException)
                {
                    connection.Dispose();
                    stop.ThrowIfCancellationRequested();
                }
            }

            LogNotConnected(address.Error);
            _failures++;
            await PauseAsync(address.RetryAfter, stop);
        }
    }

    private Task PauseAsync(TimeSpan atLeast, CancellationToken stop)
    {
        var pause = _failures == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(_failures, 10) - 1)));
        return Task.Delay(pause > atLeast ? pause : atLeast, time, stop);
    }

    private void Retire(SocketConnection? connection, TimeSpan grace, CancellationToken stop)
    {
        _retiring.RemoveAll(task => task.IsCompleted);
        if (connection is not null)
        {
            _retiring.Add(connection.RetireAsync(grace, stop));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's connection ends ({Reason}); the next one is opened")]
    private partial void LogEnding(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Socket Mode is switched off in the app's settings")]
    private partial void LogDisabled();

    [LoggerMessage(Level = LogLevel.Warning, Message = "No connection to Slack: {Error}")]
    private partial void LogNotConnected(string error);
}
