using System.Globalization;
using HelpDeskBot.Desk.Outbox;
using NodaTime;

namespace HelpDeskBot.Cards;

/// <summary>Points in time and durations as the reader reads them: absolute, in their own zone.</summary>
internal static class Times
{
    /// <summary>Today as a time, other days with their date.</summary>
    public static string At(Instant at, Instant now, Reader reader, Words words)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.Zone) ?? DateTimeZone.Utc;
        var (local, today) = (at.InZone(zone).LocalDateTime, now.InZone(zone).Date);
        var time = local.TimeOfDay.ToString("t", words.Culture);
        return local.Date == today
            ? words.Format("time.today", ("time", time))
            : words.Format("time.on_day", ("day", local.Date.ToString(words["time.day_pattern"], words.Culture)), ("time", time));
    }

    /// <summary>A stretch of time, with its day only once if it has but one.</summary>
    public static string Span(Instant from, Instant to, Instant now, Reader reader, Words words)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.Zone) ?? DateTimeZone.Utc;
        var (first, last) = (from.InZone(zone).LocalDateTime, to.InZone(zone).LocalDateTime);
        var end = first.Date == last.Date ? last.TimeOfDay.ToString("t", words.Culture) : At(to, now, reader, words);
        return $"{At(from, now, reader, words)} – {end}";
    }

    /// <summary>The day alone.</summary>
    public static string Day(Instant at, Reader reader, Words words) => DayOf(at, reader).ToString(words["time.day_pattern"], words.Culture);

    /// <summary>The day with its year.</summary>
    public static string Date(Instant at, Reader reader, Words words) => DayOf(at, reader).ToString(words["time.date_pattern"], words.Culture);

    /// <summary>How long ago, in the largest unit that says something.</summary>
    public static string Ago(Instant at, Instant now, Words words)
    {
        var (key, count) = (now - at).TotalSeconds switch
        {
            < 60 and var seconds => ("time.seconds_ago", seconds),
            < 3600 and var seconds => ("time.minutes_ago", seconds / 60),
            < 86400 and var seconds => ("time.hours_ago", seconds / 3600),
            var seconds => ("time.days_ago", seconds / 86400),
        };
        return words.Format(key, ("count", Math.Max(1, (int)count).ToString(CultureInfo.InvariantCulture)));
    }

    private static LocalDate DayOf(Instant at, Reader reader) =>
        at.InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.Zone) ?? DateTimeZone.Utc).Date;
}
