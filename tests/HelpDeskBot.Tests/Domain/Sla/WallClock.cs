using HelpDeskBot.Domain.Sla;
using NodaTime;

namespace HelpDeskBot.Tests.Domain.Sla;

/// <summary>Working time counted the slow way: minute by minute, by looking at the clock on the wall. For points on whole minutes only.</summary>
internal sealed class WallClock(
    DateTimeZone zone, IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>> week, IReadOnlySet<LocalDate> holidays)
{
    public static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>The calendar under test with the same hours.</summary>
    public BusinessCalendar Calendar { get; } = new(zone, week, holidays);

    public DateTimeZone Zone => zone;

    public bool IsOpen(Instant minute)
    {
        var wall = WallAt(minute);
        if (!week.TryGetValue(wall.DayOfWeek, out var blocks) || holidays.Contains(wall.Date))
        {
            return false;
        }

        var time = wall.TimeOfDay;
        foreach (var block in blocks)
        {
            if (block.From <= time && (block.To == LocalTime.Midnight || time < block.To))
            {
                return true;
            }
        }

        return false;
    }

    public Duration WorkingTime(Instant from, Instant to)
    {
        var open = Duration.Zero;
        for (var minute = from; minute < to; minute += Minute)
        {
            open += IsOpen(minute) ? Minute : Duration.Zero;
        }

        return open;
    }

    /// <summary>The end of the minute in which this much working time (at least a minute) is reached.</summary>
    public Instant Add(Instant start, Duration working)
    {
        var minute = start;
        for (var left = working; ; minute += Minute)
        {
            left -= IsOpen(minute) ? Minute : Duration.Zero;
            if (left == Duration.Zero)
            {
                return minute + Minute;
            }
        }
    }

    /// <summary>The same time on the n-th following date with an open minute, or the next open minute of it, or its closing.</summary>
    public Instant AddBusinessDays(Instant start, int days)
    {
        var (first, minute) = (WallAt(start), start);
        for (var (left, date) = (days, first.Date); left > 0; minute += Minute)
        {
            if (WallAt(minute).Date > date && IsOpen(minute))
            {
                date = WallAt(minute).Date;
                left--;
            }
        }

        // The minute after the opening of the right date.
        var day = WallAt(minute - Minute).Date;
        var open = minute - Minute;
        Instant? closing = null;
        for (var reached = false; WallAt(open).Date <= day; open += Minute)
        {
            reached |= WallAt(open) >= day.At(first.TimeOfDay);
            if (IsOpen(open))
            {
                if (reached)
                {
                    return open;
                }

                closing = open + Minute;
            }
        }

        return closing!.Value;
    }

    private LocalDateTime WallAt(Instant at) => at.WithOffset(zone.GetUtcOffset(at)).LocalDateTime;
}
