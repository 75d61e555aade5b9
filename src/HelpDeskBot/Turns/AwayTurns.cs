using System.Globalization;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Work;
using NodaTime;
using NodaTime.Text;

namespace HelpDeskBot.Turns;

/// <summary>"away", "away until Friday", "back", said by agents to the bot in person.</summary>
internal sealed class AwayTurns(ChooseAway choose, BusinessClock clock, Speaker speaker) : ITypedTurns
{
    private const int DaysOfWeek = 7;

    /// <summary>False if it says none of that, or not by an agent; "back" of who is not away means a step back.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Room is not null || !turn.Actor.IsAgentSomewhere)
        {
            return false;
        }

        var said = turn.Text.Trim().TrimEnd('.', '!');
        if (Forms(turn, "away.say_back").Contains(said, StringComparer.OrdinalIgnoreCase))
        {
            return await ReturnAsync(turn, stop);
        }

        if (Forms(turn, "away.say").Contains(said, StringComparer.OrdinalIgnoreCase))
        {
            await LeaveAsync(turn, until: null, stop);
            return true;
        }

        var until = Forms(turn, "away.say_until").FirstOrDefault(form => said.StartsWith(form + " ", StringComparison.OrdinalIgnoreCase));
        if (until is null)
        {
            return false;
        }

        if (DayOf(said[until.Length..].Trim(), turn) is { } day)
        {
            await LeaveAsync(turn, day, stop);
        }
        else
        {
            speaker.Say(turn.Here, "away.unknown_day");
        }

        return true;
    }

    private async Task<bool> ReturnAsync(Turn turn, CancellationToken stop)
    {
        var wasAway = await choose.ReturnAsync(turn.Actor, stop);
        if (wasAway)
        {
            speaker.Say(turn.Here, "away.back");
        }

        return wasAway;
    }

    private async Task LeaveAsync(Turn turn, LocalDate? until, CancellationToken stop)
    {
        var left = await choose.LeaveAsync(turn.Actor, until, stop);
        if (left.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
            return;
        }

        var day = left.Value is { } back ? Times.Day(back, turn.Reader, speaker.WordsFor(turn.Language)) : "";
        speaker.Say(turn.Here, left.Value is null ? "away.gone" : "away.gone_until", ("day", day));
    }

    // A date such as 2026-12-01, or the next day of that name in any language.
    private LocalDate? DayOf(string said, Turn turn)
    {
        if (LocalDatePattern.Iso.Parse(said) is { Success: true, Value: var date })
        {
            return date;
        }

        var today = clock.Now.InZone(DateTimeZoneProviders.Tzdb[turn.Reader.Zone]).Date;
        return Enumerable.Range(1, DaysOfWeek).Select(today.PlusDays).Select(day => (LocalDate?)day)
            .FirstOrDefault(day => speaker.AllWords(turn.Language).Any(words => IsNamed(day!.Value, said, CultureInfo.GetCultureInfo(words.Language))));
    }

    private static bool IsNamed(LocalDate day, string said, CultureInfo culture) =>
        day.ToString("dddd", culture).Equals(said, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Forms(Turn turn, string key) =>
        speaker.AllWords(turn.Language).SelectMany(words => words[key].Split(',')).Select(form => form.Trim());
}
