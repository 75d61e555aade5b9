using System.Globalization;

namespace HelpDeskBot.Slack;

/// <summary>Slack's way to write times, which are also its messages' ids: seconds since 1970 with six decimals.</summary>
public static class SlackTime
{
    public static string ToTs(DateTimeOffset time)
    {
        var ticks = (time - DateTimeOffset.UnixEpoch).Ticks;
        return string.Create(CultureInfo.InvariantCulture, $"{ticks / TimeSpan.TicksPerSecond}.{ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:000000}");
    }

    /// <summary>The time of an id; null if it is none.</summary>
    public static DateTimeOffset? OfTs(string? ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_799m
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;
}
