namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>Slack's limits as its pages say them: a post a second and channel, and the calls a minute of each method's tier.</summary>
internal sealed class FakeLimits(TimeProvider time)
{
    private static readonly Dictionary<string, int> Tiers = new(StringComparer.Ordinal)
    {
        ["chat.update"] = 50,
        ["chat.delete"] = 50,
        ["conversations.open"] = 50,
        ["conversations.history"] = 50,
        ["conversations.replies"] = 50,
        ["conversations.info"] = 50,
        ["reactions.add"] = 50,
        ["reactions.remove"] = 20,
    };

    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);

    public bool AreOn { get; set; } = true;

    /// <summary>How many seconds the call must wait; 0 if it may be made.</summary>
    public int WaitOf(string method, string? channel)
    {
        if (!AreOn)
        {
            return 0;
        }

        var isPost = method is "chat.postMessage" or "chat.postEphemeral";
        var wait = Count(method, Tiers.GetValueOrDefault(method, isPost ? 240 : 100), TimeSpan.FromMinutes(1));
        return wait > 0 || !isPost ? wait : Count("channel " + channel, 1, TimeSpan.FromSeconds(1));
    }

    private int Count(string key, int most, TimeSpan period)
    {
        var now = time.GetUtcNow();
        if (!_calls.TryGetValue(key, out var calls))
        {
            _calls[key] = calls = new Queue<DateTimeOffset>();
        }

        while (calls.TryPeek(out var first) && first + period <= now)
        {
            calls.Dequeue();
        }

        if (calls.Count >= most)
        {
            return Math.Max(1, (int)Math.Ceiling((calls.Peek() + period - now).TotalSeconds));
        }

        calls.Enqueue(now);
        return 0;
    }
}
