using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;

namespace HelpDeskBot.Reliability.Throughput;

/// <summary>Something that happened in a conversation, when it could be read.</summary>
internal sealed record Arrived(JsonElement Activity, long At)
{
    public string Id { get; } = Activity.GetProperty("id").GetString()!;

    public bool IsUpdate { get; } = Activity.GetProperty("type").ValueEquals("messageUpdate");

    public bool IsFromBot => Activity.GetProperty("from").TryGetProperty("role", out var role) && role.ValueEquals("bot");

    /// <summary>Whether these characters, all of them ASCII letters, digits and dots, stand in it.</summary>
    public bool Mentions(string words) => Activity.GetRawText().Contains(words, StringComparison.Ordinal);
}

/// <summary>Reads a conversation as it happens and hands everything on in order.</summary>
internal sealed class ChatStream(Action<Arrived> take, CancellationToken stop) : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private Task _reading = Task.CompletedTask;

    public async Task OpenAsync(Uri address, HttpMessageInvoker connections)
    {
        await _socket.ConnectAsync(address, connections, stop);
        _reading = ReadAsync();
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Throws if the stream broke.</summary>
    public void ThrowIfBroken()
    {
        if (_reading.IsFaulted)
        {
            _reading.GetAwaiter().GetResult();
        }
    }

    private async Task ReadAsync()
    {
        await Task.Yield();
        var set = new ArrayBufferWriter<byte>(16 * 1024);
        while (!stop.IsCancellationRequested)
        {
            var part = await _socket.ReceiveAsync(set.GetMemory(8 * 1024), stop);
            set.Advance(part.Count);
            if (part.EndOfMessage)
            {
                Take(set.WrittenSpan, Stopwatch.GetTimestamp());
                set.ResetWrittenCount();
            }
        }
    }

    private void Take(ReadOnlySpan<byte> set, long at)
    {
        if (set.Length == 0)
        {
            return; // it says that it is alive
        }

        foreach (var activity in JsonElement.Parse(set).GetProperty("activities").EnumerateArray())
        {
            take(new Arrived(activity, at));
        }
    }
}
