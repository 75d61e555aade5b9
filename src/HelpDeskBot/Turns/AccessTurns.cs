using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Turns;

/// <summary>Shows admins and leads, in their own chat, who came to tickets of private queues.</summary>
internal sealed class AccessTurns(AccessLog access, BusinessClock clock, Speaker speaker) : ITypedTurns
{
    /// <summary>False if that was not asked for, or not by who may see it.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var mayRead = turn.Actor.IsAdmin || turn.Actor.LeadsSomewhere;
        if (!mayRead || turn.Place.Room is not null || !speaker.IsSaid(turn, "access.say_log"))
        {
            return false;
        }

        speaker.Say(turn.Here, AccessCards.Visits(await access.LatestAsync(turn.Actor, stop), clock.Now, turn.Reader, speaker.WordsFor(turn.Language)));
        return true;
    }
}
