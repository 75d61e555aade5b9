using HelpDeskBot.Desk.People;
using HelpDeskBot.Dialogs;

namespace HelpDeskBot.Turns;

/// <summary>"report for Ada": somebody reports a problem that another person has.</summary>
internal sealed class ReportForTurns(PeopleByName people, IntakeTurns intake, Speaker speaker) : ITypedTurns
{
    private const int LongestName = 100;

    /// <summary>False if it says something else.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Room is not null || NameIn(turn) is not { } name)
        {
            return false;
        }

        var found = await people.FindAsync(name, stop);
        if (found.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
        }
        else if (turn.Actor.Is(found.Value.Id))
        {
            return false; // their own, which needs no such words
        }
        else
        {
            await intake.BeginForAsync(turn, new Beneficiary(found.Value.Id, found.Value.Name), stop);
        }

        return true;
    }

    private string? NameIn(Turn turn) => speaker.AllWords(turn.Language)
        .SelectMany(words => words["say.report_for"].Split(','))
        .Select(form => form.Trim() + " ")
        .Where(form => turn.Text.StartsWith(form, StringComparison.OrdinalIgnoreCase) && turn.Text.Length <= form.Length + LongestName)
        .Select(form => turn.Text[form.Length..].Trim().TrimEnd('.', '!'))
        .FirstOrDefault(name => name.Length > 0);
}
