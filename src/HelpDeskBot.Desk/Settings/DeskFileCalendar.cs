using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace HelpDeskBot.Desk.Settings;

/// <summary>Reads a calendar of the desk file: a time zone, blocks such as <c>08:00-12:00</c> by weekday, and holidays.</summary>
internal static class DeskFileCalendar
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly Dictionary<string, IsoDayOfWeek> Days = Enum.GetValues<IsoDayOfWeek>()
        .Where(day => day != IsoDayOfWeek.None)
        .ToDictionary(day => day.ToString().ToLowerInvariant());

    public static BusinessCalendar Read(YamlFileNode node)
    {
        node.AllowOnly(["time_zone", "holidays", .. Days.Keys]);
        var zone = node.Required("time_zone");
        var week = node.Entries()
            .Where(entry => Days.ContainsKey(entry.Key))
            .ToDictionary(entry => Days[entry.Key], entry => Blocks(entry.Value));
        try
        {
            return new BusinessCalendar(
                DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Text()) ?? throw zone.Wrong("write a time zone such as Europe/Berlin"),
                week,
                node.Optional("holidays")?.EachItem(Date).ToHashSet());
        }
        catch (ArgumentException wrong)
        {
            throw node.Wrong(wrong.Message);
        }
    }

    private static IReadOnlyList<WorkingBlock> Blocks(YamlFileNode node) => [.. node.Items().Select(Block)];

    private static WorkingBlock Block(YamlFileNode node)
    {
        var times = node.Text().Split('-');
        return times.Length == 2 && TimeOf(times[0]) is { } from && TimeOf(times[1]) is { } to
            ? new WorkingBlock(from, to)
            : throw node.Wrong("write a block such as 08:00-12:00");
    }

    private static LocalTime? TimeOf(string text)
    {
        if (text.Trim() == "24:00")
        {
            return LocalTime.Midnight;
        }

        var parsed = Time.Parse(text.Trim());
        return parsed.Success ? parsed.Value : null;
    }

    private static LocalDate Date(YamlFileNode node)
    {
        var parsed = LocalDatePattern.Iso.Parse(node.Text());
        return parsed.Success ? parsed.Value : throw node.Wrong("write a date such as 2026-12-25");
    }
}
