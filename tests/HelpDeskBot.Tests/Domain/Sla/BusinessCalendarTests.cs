using HelpDeskBot.Domain.Sla;
using NodaTime;
using static HelpDeskBot.Tests.Domain.Sla.Office;

namespace HelpDeskBot.Tests.Domain.Sla;

public class BusinessCalendarTests
{
    [Theory]
    [InlineData("2026-11-23T08:00", 60, "2026-11-23T09:00")] // a Monday
    [InlineData("2026-11-23T11:30", 60, "2026-11-23T13:30")] // over lunch
    [InlineData("2026-11-23T12:20", 60, "2026-11-23T14:00")] // in the lunch break
    [InlineData("2026-11-23T16:30", 60, "2026-11-24T08:30")] // over night
    [InlineData("2026-11-27T16:30", 60, "2026-11-30T08:30")] // over the weekend
    [InlineData("2026-12-23T16:30", 60, "2026-12-28T08:30")] // over the holidays
    [InlineData("2026-11-23T08:00", 480, "2026-11-23T17:00")] // a full day ends at closing, not the next morning
    [InlineData("2026-11-23T08:00", 72 * 60, "2026-12-03T17:00")]
    [InlineData("2026-11-28T03:00", 0, "2026-11-30T08:00")] // nothing falls into closed hours
    public void Working_time_runs_only_in_working_hours(string start, int minutes, string expected)
    {
        var due = Calendar.Add(At(start), Duration.FromMinutes(minutes));

        Assert.Equal(At(expected), due);
        Assert.Equal(Duration.FromMinutes(minutes), Calendar.WorkingTime(At(start), due));
    }

    [Theory]
    [InlineData("2026-11-23T10:00", 2, "2026-11-25T10:00")]
    [InlineData("2026-11-27T10:00", 2, "2026-12-01T10:00")] // Friday to Tuesday
    [InlineData("2026-11-28T10:00", 2, "2026-12-01T10:00")] // Saturday to Tuesday
    [InlineData("2026-11-23T06:15", 1, "2026-11-24T08:00")] // before opening
    [InlineData("2026-11-23T22:15", 1, "2026-11-24T17:00")] // after closing
    [InlineData("2026-11-23T12:30", 1, "2026-11-24T13:00")] // in the break
    [InlineData("2026-12-22T10:00", 3, "2026-12-29T10:00")] // the two days of Christmas do not count
    [InlineData("2026-11-23T10:00", 0, "2026-11-23T10:00")]
    public void Business_days_keep_the_time_of_day_within_working_hours(string start, int days, string expected) =>
        Assert.Equal(At(expected), Calendar.AddBusinessDays(At(start), days));

    [Fact]
    public void Around_the_clock_every_day_is_a_business_day_and_every_minute_counts()
    {
        var always = BusinessCalendar.AroundTheClock(Berlin);
        var saturday = At("2026-03-28T12:00");

        Assert.True(always.IsBusinessDay(new LocalDate(2026, 12, 25)));
        Assert.Equal(saturday + Duration.FromHours(24), always.Add(saturday, Duration.FromHours(24)));
        Assert.Equal(Duration.FromHours(23), always.WorkingTime(saturday, At("2026-03-29T12:00")));
        Assert.Equal(At("2026-03-30T12:00"), always.AddBusinessDays(saturday, 2));
    }

    [Fact]
    public void Working_time_to_an_earlier_point_is_zero() =>
        Assert.Equal(Duration.Zero, Calendar.WorkingTime(At("2026-11-23T12:00"), At("2026-11-23T09:00")));

    [Fact]
    public void Seconds_are_kept()
    {
        var start = At("2026-11-23T16:59") + Duration.FromMilliseconds(30_250);

        Assert.Equal(At("2026-11-24T08:00") + Duration.FromMilliseconds(30_250), Calendar.Add(start, Duration.FromMinutes(1)));
        Assert.Equal(At("2026-11-24T16:59") + Duration.FromMilliseconds(30_250), Calendar.AddBusinessDays(start, 1));
    }

    [Theory]
    [InlineData("09:00-09:00")]
    [InlineData("12:00-09:00")]
    [InlineData("08:00-12:00 11:59-17:00")]
    [InlineData("13:00-00:00 14:00-15:00")]
    [InlineData("")]
    public void Hours_that_make_no_sense_are_refused(string blocks)
    {
        var week = new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>> { [IsoDayOfWeek.Monday] = Blocks(blocks) };

        Assert.Throws<ArgumentException>(() => new BusinessCalendar(Berlin, week));
    }

    [Fact]
    public void A_calendar_whose_every_day_is_a_holiday_says_so_instead_of_searching_forever()
    {
        var mondays = Enumerable.Range(0, 700).Select(week => new LocalDate(2026, 11, 23).PlusWeeks(week)).ToHashSet();
        var week = new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>> { [IsoDayOfWeek.Monday] = Blocks("08:00-17:00") };
        var calendar = new BusinessCalendar(Berlin, week, mondays);

        Assert.Throws<InvalidOperationException>(() => calendar.Add(At("2026-11-23T08:00"), Duration.FromHours(1)));
        Assert.Throws<InvalidOperationException>(() => calendar.AddBusinessDays(At("2026-11-23T08:00"), 1));
    }

    [Fact]
    public void Random_hours_count_like_the_clock_on_the_wall()
    {
        for (var seed = 1; seed <= 80; seed++)
        {
            var hours = new RandomHours(seed);
            var around = At("2026-10-25T00:00") + Duration.FromDays(hours.Next(-200, 200));
            OracleComparison.Run(hours, hours.Clock(Berlin, around), around, $"seed {seed}");
        }
    }

    [Fact]
    public void Spans_are_in_order_apart_and_open()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var hours = new RandomHours(seed);
            var start = At("2026-10-20T12:00");
            var clock = hours.Clock(Berlin, start);
            var last = start;
            foreach (var span in clock.Calendar.Spans(start).TakeWhile(span => span.Start < start + Duration.FromDays(14)))
            {
                Assert.True(last <= span.Start && span.Start < span.End, $"seed {seed}: {span}");
                Assert.True(clock.IsOpen(span.Start) && clock.IsOpen(span.End - WallClock.Minute), $"seed {seed}: {span}");
                last = span.End;
            }
        }
    }
}
