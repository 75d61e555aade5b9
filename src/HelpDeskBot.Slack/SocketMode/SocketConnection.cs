using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Slack.SocketMode;

/// <summary>
/// One connection of Socket Mode. Acknowledges a delivery when it has been put down and not before; events are taken in the order in which they
/// come, people's presses as soon as they come.
/// </summary>
internal sealed partial class SocketConnection : IDisposable
{
    private const int MostAtOnce = 32;
    private const int MostBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly SlackIntake _intake;
    private readonly TimeProvider _time;
    private readonly ILogger<SocketConnection> _logger;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly SemaphoreSlim _free = new(MostAtOnce);
    private readonly TaskCompletionSource<SocketEnvelope> _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _events = Task.CompletedTask;

    public SocketConnection(SlackIntake intake, TimeProvider time, ILogger<SocketConnection> logger)
    {
        (_intake, _time, _logger) = (intake, time, logger);
        _socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        _socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(15); // a connection that died silently is found
    }

    /// <summary>Why another connection is wanted; ends when one is.</summary>
    public Task<string> Ending => _ending.Task;

    /// <summary>Ends when nothing comes any more.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Connects, and waits for Slack's greeting, which says how long the connection may live.</summary>
    /// <exception cref="Exception">A <see cref="WebSocketException"/>, <see cref="TimeoutException"/> or <see cref="OperationCanceledException"/>.</exception>
    public async Task<TimeSpan?> OpenAsync(Uri address, TimeSpan timeout, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        await _socket.ConnectAsync(address, either.Token);
        Running = ReceiveAllAsync();
        var hello = await _hello.Task.WaitAsync(timeout, _time, stop);
        return hello.DebugInfo?.ApproximateConnectionTime is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>Takes what still comes for so long, or until Slack closes; then acknowledges what is in hand, and closes.</summary>
    public async Task RetireAsync(TimeSpan grace, CancellationToken stop)
    {
        await Task.WhenAny(Running, Task.Delay(grace, _time, stop));
        for (var taken = 0; taken < MostAtOnce; taken++)
        {
            await _free.WaitAsync(CancellationToken.None); // all of them free: nothing is in hand
        }

        await SendAsync(() => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, CancellationToken.None));
        await Task.WhenAny(Running, Task.Delay(Goodbye, _time, CancellationToken.None));
        Dispose();
    }

    public void Dispose() => _socket.Dispose();

    private async Task ReceiveAllAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } message)
            {
                await HandleAsync(message);
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            LogBroken(broken.GetType().Name);
        }

        _hello.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
        _ending.TrySetResult("closed");
    }

    /// <summary>The next message; null when Slack closes.</summary>
    private async Task<byte[]?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (message.Length > MostBytes)
            {
                throw new WebSocketException(WebSocketError.InvalidMessageType);
            }

            if (part.EndOfMessage)
            {
                return message.ToArray();
            }
        }
    }

    private async Task HandleAsync(byte[] message)
    {
        if (Read(message) is not { } envelope)
        {
            return;
        }

        switch (envelope.Type)
        {
            case SocketEnvelope.Hello:
                _hello.TrySetResult(envelope);
                break;
            case SocketEnvelope.Disconnect:
                _ending.TrySetResult(envelope.Reason ?? "");
                break;
            case { } type when envelope.EnvelopeId is not null && envelope.Payload.ValueKind is JsonValueKind.Object:
                await _free.WaitAsync();
                var handled = type == SocketEnvelope.EventsApi ? _events = AfterAsync(_events, envelope) : TakeAsync(envelope);
                _ = handled; // it never fails, and is waited for by its place
                break;
        }
    }

    private static SocketEnvelope? Read(byte[] message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, SocketJson.Default.SocketEnvelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task AfterAsync(Task before, SocketEnvelope envelope)
    {
        await before;
        await TakeAsync(envelope);
    }

    private async Task TakeAsync(SocketEnvelope envelope)
    {
        await Task.Yield(); // or the next message would have to wait
        if (envelope.RetryAttempt > 0)
        {
            LogRetry(envelope.RetryAttempt, envelope.RetryReason);
        }

        var taken = await _intake.TakeAsync(envelope.Payload.GetRawText(), CancellationToken.None);
        if (taken.Intake is not Intake.Failed) // which comes again if it is not acknowledged
        {
            await SendAsync(() => _socket.SendAsync(envelope.Acknowledge(taken.Answer), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None));
        }

        _free.Release();
    }

    /// <summary>Sends one thing at a time; whoever is gone gets it again over the next connection.</summary>
    private async Task SendAsync(Func<Task> send)
    {
        await _sending.WaitAsync();
        try
        {
            await send();
        }
        catch (Exception gone) when (gone is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            LogBroken(gone.GetType().Name);
        }
        finally
        {
            _sending.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack delivers again: attempt {Attempt}, {Reason}")]
    private partial void LogRetry(int attempt, string? reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's connection broke: {Cause}")]
    private partial void LogBroken(string cause);
}
