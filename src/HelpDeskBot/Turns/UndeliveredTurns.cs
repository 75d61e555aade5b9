using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Turns;

/// <summary>Shows admins, in their own chat, what could not be delivered.</summary>
internal sealed class UndeliveredTurns(Undelivered undelivered, BusinessClock clock, Speaker speaker) : ITypedTurns
{
    /// <summary>False if that was not asked for, or not by an admin in person.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Room is not null || !turn.Actor.IsAdmin || !speaker.IsSaid(turn, "undelivered.say"))
        {
            return false;
        }

        var messages = await undelivered.ListAsync(turn.Actor, stop);
        speaker.Say(turn.Here, UndeliveredCard.Of(messages.Value, clock.Now, turn.Reader, speaker.WordsFor(turn.Language)));
        return true;
    }
}
