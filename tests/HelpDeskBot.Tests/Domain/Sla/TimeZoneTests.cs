using HelpDeskBot.Domain.Sla;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;
using static HelpDeskBot.Tests.Domain.Sla.Office;

namespace HelpDeskBot.Tests.Domain.Sla;

public class TimeZoneTests
{
    private static readonly Instant Earliest = Instant.FromUtc(2005, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2032, 1, 1, 0, 0);

    [Theory]
    [InlineData("Africa/Casablanca")] // back for Ramadan
    [InlineData("America/Havana")] // falls back at 1:00 to midnight
    [InlineData("America/New_York")]
    [InlineData("America/Santiago")] // jumps at midnight
    [InlineData("America/St_Johns")] // until 2011 at a minute past midnight
    [InlineData("Antarctica/Troll")] // by two hours
    [InlineData("Asia/Kathmandu")] // 5:45, no changes
    [InlineData("Atlantic/Azores")]
    [InlineData("Australia/Lord_Howe")] // by half an hour
    [InlineData("Europe/Berlin")]
    [InlineData("Pacific/Apia")] // no 30 December 2011
    [InlineData("Pacific/Chatham")] // 12:45, jumps at 2:45
    public void Every_change_of_the_clocks_counts_like_the_clock_on_the_wall(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var seed = 0;
        foreach (var change in Changes(zone).DefaultIfEmpty(Instant.FromUtc(2026, 11, 23, 9, 0)))
        {
            var hours = new RandomHours(++seed);
            OracleComparison.Run(hours, hours.Clock(zone, change), change + Duration.FromHours(12), $"seed {seed}");
        }
    }

    [Fact]
    public void Every_zone_of_the_database_counts_like_the_clock_on_the_wall()
    {
        var seed = 0;
        foreach (var zone in DateTimeZoneProviders.Tzdb.GetAllZones())
        {
            var hours = new RandomHours(++seed);
            var change = Changes(zone).LastOrDefault(Instant.FromUtc(2026, 11, 23, 9, 0));
            OracleComparison.Run(hours, hours.Clock(zone, change), change + Duration.FromHours(12), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T12:00", "2026-03-29T12:00", 23)]
    [InlineData("Europe/Berlin", "2026-10-24T12:00", "2026-10-25T12:00", 25)]
    [InlineData("Australia/Lord_Howe", "2026-04-04T12:00", "2026-04-05T12:00", 24.5)]
    [InlineData("America/Havana", "2024-11-02T12:00", "2024-11-03T12:00", 25)]
    [InlineData("Pacific/Apia", "2011-12-29T12:00", "2011-12-31T12:00", 24)]
    public void A_day_of_24_hours_counts_every_hour_once(string id, string from, string to, double expected)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];

        Assert.Equal(Duration.FromHours(expected), AllDay(zone).WorkingTime(At(from, zone), At(to, zone)));
    }

    [Fact]
    public void A_date_that_the_zone_skipped_is_no_business_day()
    {
        var zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        var calendar = AllDay(zone);

        Assert.False(calendar.IsBusinessDay(new LocalDate(2011, 12, 30)));
        Assert.Equal(At("2011-12-31T12:00", zone), calendar.AddBusinessDays(At("2011-12-29T12:00", zone), 1));
    }

    [Fact]
    public void A_shift_that_the_jump_swallows_is_no_business_day()
    {
        var sunday = new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>> { [IsoDayOfWeek.Sunday] = Blocks("02:00-03:00") };
        var calendar = new BusinessCalendar(Berlin, sunday);

        Assert.False(calendar.IsBusinessDay(new LocalDate(2026, 3, 29)));
        Assert.Equal(At("2026-04-05T02:30"), calendar.AddBusinessDays(At("2026-03-22T02:30"), 1));
        Assert.Equal(At("2026-04-05T02:30"), calendar.Add(At("2026-03-22T02:30"), Duration.FromHours(1)));
    }

    private static BusinessCalendar AllDay(DateTimeZone zone) => new(
        zone, Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).ToDictionary(day => day, _ => Blocks("00:00-00:00")));

    private static IEnumerable<Instant> Changes(DateTimeZone zone) => zone
        .GetZoneIntervals(new Interval(Earliest, Latest), ZoneEqualityComparer.Options.MatchOffsetComponents)
        .Skip(1)
        .Select(steady => steady.Start);
}
