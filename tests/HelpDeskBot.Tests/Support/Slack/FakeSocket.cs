using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>Slack's end of a Socket Mode connection.</summary>
internal sealed class FakeSocket(WebSocket socket) : IDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject?>> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _acknowledged = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOpen => socket.State is WebSocketState.Open;

    /// <summary>The envelopes acknowledged, in order.</summary>
    public IReadOnlyList<string> Acknowledged => [.. _acknowledged];

    /// <summary>Ends when the app closes the connection.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Delivers, and waits for the acknowledgement.</summary>
    public async Task<JsonObject?> DeliverAsync(JsonObject envelope)
    {
        var acknowledged = new TaskCompletionSource<JsonObject?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[envelope["envelope_id"]!.ToString()] = acknowledged;
        await SendAsync(envelope);
        return await acknowledged.Task;
    }

    public async Task SendAsync(JsonObject message) => await SendAsync(message.ToJsonString());

    public async Task SendAsync(string message)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Slack says that it will end this connection.</summary>
    public Task WarnAsync(string reason) => SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject() });

    /// <summary>The network breaks.</summary>
    public void Break() => socket.Abort();

    public void Dispose()
    {
        Break();
        _sending.Dispose();
    }

    public async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                Assert.True(part.EndOfMessage);
                Acknowledge((JsonObject)JsonNode.Parse(buffer.AsSpan(0, part.Count))!);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The app, or Break, was abrupt.
        }

        _closed.TrySetResult();
        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetException(new WebSocketException("closed"));
        }
    }

    private void Acknowledge(JsonObject acknowledgement)
    {
        var id = acknowledgement["envelope_id"]!.ToString();
        _acknowledged.Enqueue(id);
        if (_waiting.TryRemove(id, out var waiting))
        {
            waiting.TrySetResult(acknowledgement["payload"]?.DeepClone() as JsonObject);
        }
    }
}
