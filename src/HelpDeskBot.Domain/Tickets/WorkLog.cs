using System.Globalization;
using System.Text.RegularExpressions;
using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Domain.Tickets;

/// <summary>Time that agents worked on a ticket.</summary>
public static partial class WorkLog
{
    private const int MinutesOfDay = 24 * 60; // more at once is a slip of the finger

    /// <summary>Adds time worked, typed as <c>15m</c>, <c>1h30</c> or a number of minutes, with a note for the agents.</summary>
    public static Outcome<Decision> LogTime(this Ticket ticket, Actor actor, Instant now, string time, string note) => Minutes(time) switch
    {
        null or 0 => new Refusal("worked.wrong"),
        > MinutesOfDay => new Refusal("worked.much"),
        { } minutes => ticket.Decide(
            Act.LogTime, actor, now, t => t with { WorkedMinutes = t.WorkedMinutes + minutes }, Deciding.IsBlank(note) ? null : note.Trim()),
    };

    private static int? Minutes(string time)
    {
        var match = Typed().Match(time.Trim());
        return match.Success ? (Part(match, "h") * 60) + Part(match, "m") : null;
    }

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<h>[0-9]{1,3}) ?h ?)?(?:(?<m>[0-9]{1,5}) ?(?:m|min)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Typed();
}
