namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>
/// Tells open streams that their conversation has something new. A stream reads on from its own watermark, so a slow reader holds no memory and
/// nothing can be lost or overtake; those that stand at the same watermark share one reading.
/// </summary>
public sealed class DirectLineStreams
{
    private readonly Dictionary<string, Conversation> _conversations = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Something was appended to this conversation or to a thread of it.</summary>
    public void Signal(string conversationId)
    {
        lock (_lock)
        {
            if (!_conversations.TryGetValue(ConversationId.BaseOf(conversationId), out var conversation))
            {
                return;
            }

            conversation.Reading = null; // it may have begun before this was there
            foreach (var listener in conversation.Listeners)
            {
                if (listener.CurrentCount == 0)
                {
                    listener.Release();
                }
            }
        }
    }

    internal IDisposable Listen(string conversationId, SemaphoreSlim listener)
    {
        lock (_lock)
        {
            if (!_conversations.TryGetValue(conversationId, out var conversation))
            {
                _conversations[conversationId] = conversation = new Conversation();
            }

            conversation.Listeners.Add(listener);
        }

        return new Listening(this, conversationId, listener);
    }

    /// <summary>What came after a watermark, read once for all streams of the conversation that ask for it before the next signal.</summary>
    internal Task<StreamSet> ReadAsync(string conversationId, long watermark, Func<Task<StreamSet>> read)
    {
        Reading reading;
        lock (_lock)
        {
            if (!_conversations.TryGetValue(conversationId, out var conversation) || conversation.Listeners.Count == 1)
            {
                reading = new Reading(watermark, new Lazy<Task<StreamSet>>(read));
            }
            else if (conversation.Reading is { } current && current.Watermark == watermark && !current.HasFailed)
            {
                reading = current;
            }
            else
            {
                // On another thread, so that the others need not wait for this one while the database is read.
                conversation.Reading = reading = new Reading(watermark, new Lazy<Task<StreamSet>>(() => Task.Run(read)));
            }
        }

        return reading.Set.Value;
    }

    private void Remove(string conversationId, SemaphoreSlim listener)
    {
        lock (_lock)
        {
            if (_conversations.TryGetValue(conversationId, out var conversation) && conversation.Listeners.Remove(listener)
                && conversation.Listeners.Count == 0)
            {
                _conversations.Remove(conversationId);
            }
        }
    }

    private sealed class Conversation
    {
        public List<SemaphoreSlim> Listeners { get; } = [];

        public Reading? Reading { get; set; }
    }

    private sealed record Reading(long Watermark, Lazy<Task<StreamSet>> Set)
    {
        public bool HasFailed => Set is { IsValueCreated: true, Value: { IsCompleted: true, IsCompletedSuccessfully: false } };
    }

    private sealed class Listening(DirectLineStreams streams, string conversationId, SemaphoreSlim listener) : IDisposable
    {
        public void Dispose() => streams.Remove(conversationId, listener);
    }
}

/// <summary>An activity set as it is sent, how many activities it has, and the watermark behind it.</summary>
internal sealed record StreamSet(ReadOnlyMemory<byte> Body, int Count, long Watermark);
