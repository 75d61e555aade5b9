using HelpDeskBot.Cards;

namespace HelpDeskBot.Turns;

/// <summary>"who am I": tells people the account by which the desk's settings name them.</summary>
internal sealed class IdentityTurns(Speaker speaker) : ITypedTurns
{
    public Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var isAsked = turn.Place.Room is null && speaker.IsSaid(turn, "identity.say");
        if (isAsked)
        {
            speaker.Say(turn.Here, CardData.Card("text", new
            {
                number = "",
                subject = speaker.WordsFor(turn.Language)["identity.title"],
                text = speaker.WordsFor(turn.Language).Format("identity.text", ("name", turn.Actor.Name), ("identity", turn.Actor.Identity ?? "")),
            }));
        }

        return Task.FromResult(isAsked);
    }
}
