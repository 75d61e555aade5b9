namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>The limits that Teams documents for what is said, counted by the test's clock.</summary>
internal sealed class FakeLimits(TimeProvider time)
{
    private static readonly (int Calls, double Seconds)[] OfConversation = [(7, 1), (8, 2), (60, 30), (1800, 3600)];
    private static readonly (int Calls, double Seconds)[] OfTenant = [(30, 1)];

    private readonly Dictionary<string, List<TimeSpan>> _calls = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();

    /// <summary>Counts a call; all tenants are one.</summary>
    public bool IsOver(ConnectorRequest request)
    {
        if (request.Segments is not ["conversations", var id, "activities", ..])
        {
            return false;
        }

        lock (_lock)
        {
            return IsOver(id.Split(';')[0], OfConversation) | IsOver("", OfTenant);
        }
    }

    private bool IsOver(string key, (int Calls, double Seconds)[] windows)
    {
        if (!_calls.TryGetValue(key, out var calls))
        {
            _calls[key] = calls = [];
        }

        var now = time.GetElapsedTime(_start);
        calls.Add(now);
        return windows.Any(window => calls.Count(call => call > now - TimeSpan.FromSeconds(window.Seconds)) > window.Calls);
    }
}
