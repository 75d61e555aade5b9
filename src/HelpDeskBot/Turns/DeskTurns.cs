using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Turns;

/// <summary>Shows admins the desk's settings, and what a desk file that they send would change.</summary>
internal sealed class DeskTurns(ReadDesk read, DeskChecks checks, BusinessClock clock, Speaker speaker) : ITypedTurns
{
    /// <summary>False if it is neither asked for nor sent, or not in person.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Room is not null)
        {
            return false;
        }

        if (turn.Actor.IsAdmin && turn.Files is [var file] && await checks.IsDeskFileAsync(file.Value, turn.Actor, stop))
        {
            await CheckAsync(turn, file.Value, stop);
            return true;
        }

        if (!speaker.IsSaid(turn, "desk.say") || !(turn.Actor.IsAdmin || turn.Actor.IsAgentSomewhere))
        {
            return false;
        }

        await ShowAsync(turn, stop);
        return true;
    }

    private async Task ShowAsync(Turn turn, CancellationToken stop)
    {
        var newest = await read.HistoryAsync(most: 1, turn.Actor, stop);
        if (newest.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
            return;
        }

        speaker.Say(turn.Here, Cards(turn).Menu(newest.Value[0], clock.Now));
    }

    private async Task CheckAsync(Turn turn, Guid file, CancellationToken stop)
    {
        var checkd = await checks.OfFileAsync(file, turn.Actor, stop);
        if (checkd.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
            return;
        }

        speaker.Say(turn.Here, AnswerTo(checkd.Value, Cards(turn)));
    }

    private static Message AnswerTo(CheckedDesk desk, DeskCards cards) => desk.Check switch
    {
        { Problems: { Count: > 0 } problems } => cards.Wrong(problems),
        { Lines.Count: 0 } => new Line("desk.same"),
        _ => cards.Preview(desk.Check, desk.File, inChat: true),
    };

    private DeskCards Cards(Turn turn) => new(speaker.WordsFor(turn.Language), turn.Reader);
}
