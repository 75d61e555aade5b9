using HelpDeskBot.Desk.People;

namespace HelpDeskBot.Turns;

/// <summary>"stop reminding me" and "remind me again", said to the bot in person.</summary>
internal sealed class ReminderTurns(ChooseNotifications choose, Speaker speaker) : ITypedTurns
{
    /// <summary>False if it says neither.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var isOff = speaker.IsSaid(turn, "reminder.say_stop");
        if (turn.Place.Room is not null || !(isOff || speaker.IsSaid(turn, "reminder.say_again")))
        {
            return false;
        }

        await choose.RemindAsync(turn.Actor, isOff, stop);
        speaker.Say(turn.Here, isOff ? "reminder.stopped" : "reminder.again");
        return true;
    }
}
