using NodaTime;
using NodaTime.TimeZones;

namespace HelpDeskBot.Domain.Sla;

/// <summary>A stretch of working time on a day, in local time; <see cref="To"/> at midnight means the end of the day.</summary>
public sealed record WorkingBlock(LocalTime From, LocalTime To);

/// <summary>
/// When a team works: blocks of local time by weekday, and holidays. It is working time whenever a clock on the team's wall shows it: where clocks
/// jump forward, a block starts or ends with the jump; where they fall back, an hour of a block that comes twice counts twice.
/// </summary>
public sealed class BusinessCalendar
{
    private const int LongestSearch = 3660; // days; a calendar without work for ten years is a mistake

    private static readonly ZoneLocalMappingResolver Opening =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>> _week;
    private readonly IReadOnlySet<LocalDate> _holidays;
    private readonly bool _isAlwaysOpen;

    /// <summary>Throws <see cref="ArgumentException"/> for blocks that are empty or overlap, and for a week without any.</summary>
    public BusinessCalendar(
        DateTimeZone zone, IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>> week, IReadOnlySet<LocalDate>? holidays = null)
    {
        (Zone, _holidays) = (zone, holidays ?? new HashSet<LocalDate>());
        _week = week.ToDictionary(day => day.Key, day => Ordered(day.Value));
        if (_week.Values.All(blocks => blocks.Count == 0))
        {
            throw new ArgumentException("A calendar needs working time on at least one weekday", nameof(week));
        }
    }

    private BusinessCalendar(DateTimeZone zone)
    {
        (Zone, _isAlwaysOpen) = (zone, true);
        (_week, _holidays) = (new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>>(), new HashSet<LocalDate>());
    }

    public DateTimeZone Zone { get; }

    /// <summary>Never closed.</summary>
    public static BusinessCalendar AroundTheClock(DateTimeZone zone) => new(zone);

    /// <summary>How much working time lies between two points; zero if the second is not after the first.</summary>
    public Duration WorkingTime(Instant from, Instant to)
    {
        if (to <= from)
        {
            return Duration.Zero;
        }

        return Spans(from).TakeWhile(span => span.Start < to)
            .Aggregate(Duration.Zero, (sum, span) => sum + (Instant.Min(span.End, to) - span.Start));
    }

    /// <summary>The point at which this much working time has passed; never inside closed hours.</summary>
    public Instant Add(Instant start, Duration working)
    {
        if (_isAlwaysOpen)
        {
            return start + working;
        }

        var left = working;
        foreach (var span in Spans(start))
        {
            if (span.Duration >= left)
            {
                return span.Start + left;
            }

            left -= span.Duration;
        }

        throw new InvalidOperationException($"The calendar has less than {working} of working time after {start}");
    }

    /// <summary>
    /// The same local time on the n-th following business day, moved into that day's working hours: before opening it is the opening,
    /// after closing the closing, in a break the end of the break.
    /// </summary>
    public Instant AddBusinessDays(Instant start, int days)
    {
        var local = start.InZone(Zone).LocalDateTime;
        if (_isAlwaysOpen)
        {
            return Zone.ResolveLocal(local.PlusDays(days), Opening).ToInstant();
        }

        var date = local.Date;
        for (var left = days; left > 0;)
        {
            date = date.PlusDays(1);
            left -= IsBusinessDay(date) ? 1 : 0;
            if (Period.DaysBetween(local.Date, date) > LongestSearch)
            {
                throw new InvalidOperationException("The calendar has no business days");
            }
        }

        var wanted = Zone.ResolveLocal(date.At(local.TimeOfDay), Opening).ToInstant();
        var spans = SpansOf(date).ToList();
        var open = spans.FirstOrDefault(span => wanted < span.End, spans.LastOrDefault());
        return spans.Count == 0 ? wanted : Instant.Max(open.Start, Instant.Min(wanted, open.End));
    }

    /// <summary>Whether there is any working time on a date; a date that the zone skipped has none.</summary>
    public bool IsBusinessDay(LocalDate date) => _isAlwaysOpen || (BlocksOn(date).Count > 0 && SpansOf(date).Any());

    /// <summary>The working time from a point on, in order, as long as anybody reads.</summary>
    public IEnumerable<Interval> Spans(Instant from)
    {
        if (_isAlwaysOpen)
        {
            return [new Interval(from, Instant.MaxValue)];
        }

        // Between two changes of the clocks the wall shows every time once and in order.
        var until = from + Duration.FromDays(LongestSearch);
        return Zone.GetZoneIntervals(from, until).SelectMany(steady => SpansIn(steady, from, until));
    }

    private IEnumerable<Interval> SpansIn(ZoneInterval steady, Instant from, Instant until)
    {
        var start = steady.HasStart ? Instant.Max(from, steady.Start) : from;
        var end = steady.HasEnd ? Instant.Min(until, steady.End) : until;
        Instant At(LocalDateTime local) => local.WithOffset(steady.WallOffset).ToInstant();
        for (var date = start.WithOffset(steady.WallOffset).Date; At(date.AtMidnight()) < end; date = date.PlusDays(1))
        {
            foreach (var block in BlocksOn(date))
            {
                var closing = block.To == LocalTime.Midnight ? date.PlusDays(1).AtMidnight() : date.At(block.To);
                var (opens, closes) = (Instant.Max(start, At(date.At(block.From))), Instant.Min(end, At(closing)));
                if (opens < closes)
                {
                    yield return new Interval(opens, closes);
                }
            }
        }
    }

    private IEnumerable<Interval> SpansOf(LocalDate date)
    {
        var end = Zone.ResolveLocal(date.PlusDays(1).AtMidnight(), Opening).ToInstant();
        return Spans(Zone.ResolveLocal(date.AtMidnight(), Opening).ToInstant()).TakeWhile(span => span.Start < end);
    }

    private IReadOnlyList<WorkingBlock> BlocksOn(LocalDate date) =>
        _holidays.Contains(date) ? [] : _week.GetValueOrDefault(date.DayOfWeek, []);

    private static IReadOnlyList<WorkingBlock> Ordered(IReadOnlyList<WorkingBlock> blocks)
    {
        var ordered = blocks.OrderBy(block => block.From).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var isLast = i == ordered.Count - 1;
            var endsAtMidnight = ordered[i].To == LocalTime.Midnight;
            if ((!endsAtMidnight && ordered[i].To <= ordered[i].From) || (!isLast && (endsAtMidnight || ordered[i].To > ordered[i + 1].From)))
            {
                throw new ArgumentException($"Working time {ordered[i].From}-{ordered[i].To} is empty or overlaps", nameof(blocks));
            }
        }

        return ordered;
    }
}
