using HelpDeskBot.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace HelpDeskBot.Tests.Domain.Sla;

/// <summary>A team in Berlin: Monday to Friday, 8 to 12 and 13 to 17, closed on two days of Christmas.</summary>
internal static class Office
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static BusinessCalendar Calendar { get; } = new(
        Berlin,
        Enum.GetValues<IsoDayOfWeek>().Where(day => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Friday)
            .ToDictionary(day => day, _ => Blocks("08:00-12:00 13:00-17:00")),
        new HashSet<LocalDate> { new(2026, 12, 24), new(2026, 12, 25) });

    /// <summary>A local time in Berlin that exists once.</summary>
    public static Instant At(string local) => At(local, Berlin);

    public static Instant At(string local, DateTimeZone zone) =>
        zone.AtStrictly(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(local).Value).ToInstant();

    /// <summary>Blocks such as <c>08:00-12:00 13:00-17:00</c>.</summary>
    public static IReadOnlyList<WorkingBlock> Blocks(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Split('-').Select(time => LocalTimePattern.GeneralIso.Parse(time + ":00").Value).ToList())
            .Select(times => new WorkingBlock(times[0], times[1])),
    ];
}
