using HelpDeskBot.Domain.People;
using NodaTime;
using NodaTime.Text;

namespace HelpDeskBot.Tests.Domain;

/// <summary>When somebody is told something.</summary>
public class NotificationSettingsTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData(Pace.Now, "", "", "2026-11-23T12:00", null)]
    [InlineData(Pace.Now, "20:00", "07:00", "2026-11-23T12:00", null)]
    [InlineData(Pace.Now, "20:00", "07:00", "2026-11-23T20:00", "2026-11-24T07:00")]
    [InlineData(Pace.Now, "20:00", "07:00", "2026-11-23T06:59", "2026-11-23T07:00")]
    [InlineData(Pace.Now, "20:00", "07:00", "2026-11-23T07:00", null)]
    [InlineData(Pace.Now, "12:00", "13:00", "2026-11-23T12:30", "2026-11-23T13:00")]
    [InlineData(Pace.Digest, "", "", "2026-11-23T07:59", "2026-11-23T08:00")]
    [InlineData(Pace.Digest, "", "", "2026-11-23T08:00", "2026-11-24T08:00")]
    [InlineData(Pace.Digest, "20:00", "09:30", "2026-11-23T12:00", "2026-11-24T09:30")]
    [InlineData(Pace.Now, "01:00", "02:30", "2026-03-29T01:30", "2026-03-29T03:30")] // 02:30 does not exist that day
    public void It_waits_for_the_morning_or_the_end_of_the_quiet_hours(Pace pace, string from, string to, string now, string? expected)
    {
        var settings = new NotificationSettings { Progress = pace, QuietFrom = TimeOf(from), QuietTo = TimeOf(to) };
        Assert.Equal(expected is null ? null : At(expected), settings.HeldUntil(NotificationKind.Progress, At(now), Berlin));
        Assert.Null(settings.HeldUntil(NotificationKind.Urgent, At(now), Berlin));
    }

    [Fact]
    public void It_never_waits_longer_than_two_days_and_never_ends_in_quiet_hours()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 20_000; round++)
        {
            var (from, to) = (LocalTime.FromMinutesSinceMidnight(random.Next(1440)), LocalTime.FromMinutesSinceMidnight(random.Next(1440)));
            var settings = new NotificationSettings { Work = (Pace)random.Next(2), QuietFrom = from, QuietTo = from == to ? to.PlusMinutes(1) : to };
            var now = Instant.FromUnixTimeSeconds(1_790_000_000 + random.Next(31_536_000));
            var until = settings.HeldUntil(NotificationKind.Work, now, Berlin) ?? now;
            Assert.InRange((until - now).TotalHours, 0, 49);
            if (until > now)
            {
                Assert.Null(new NotificationSettings { QuietFrom = settings.QuietFrom, QuietTo = settings.QuietTo }.HeldUntil(NotificationKind.Work, until, Berlin));
            }
        }
    }

    private static LocalTime? TimeOf(string text) => text.Length == 0 ? null : LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static Instant At(string local) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneLeniently(Berlin).ToInstant();
}
