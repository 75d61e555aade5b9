namespace HelpDeskBot.BotFramework.Connector;

/// <summary>How long to wait before the next attempt: twice as long each time, and a random part of it less, so that many do not come back at once.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    /// <param name="attempt">The one that failed, from 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan After(int attempt, double chance) => First * Math.Pow(2, attempt - 1) * (1 - (chance / 2));
}
