using NodaTime;

namespace HelpDeskBot.Tests.Domain.Sla;

/// <summary>Compares a calendar with the clock on the wall from a random start shortly before a point.</summary>
internal static class OracleComparison
{
    public static void Run(RandomHours hours, WallClock clock, Instant around, string what)
    {
        var start = hours.Before(around, days: 4);
        var working = Duration.FromMinutes(hours.Next(1, 30 * 60));
        var days = hours.Next(1, 6);
        var context = $"{what}: {clock.Zone.Id}, {start}, {working}, {days} days";
        var due = clock.Add(start, working);

        Same(due, clock.Calendar.Add(start, working), "Add " + context);
        Same(working, clock.Calendar.WorkingTime(start, due), "WorkingTime to due " + context);
        var to = start + Duration.FromMinutes(hours.Next(0, 3 * 24 * 60));
        Same(clock.WorkingTime(start, to), clock.Calendar.WorkingTime(start, to), $"WorkingTime to {to} " + context);
        Same(clock.AddBusinessDays(start, days), clock.Calendar.AddBusinessDays(start, days), "AddBusinessDays " + context);
    }

    private static void Same<T>(T expected, T actual, string context) =>
        Assert.True(Equals(expected, actual), $"{context}: expected {expected}, was {actual}");
}
