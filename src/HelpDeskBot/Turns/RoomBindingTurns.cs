using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;

namespace HelpDeskBot.Turns;

/// <summary>Asks in a channel that is no queue's yet which one it should be.</summary>
internal sealed class RoomBindingTurns(DeskSettingsStore settings, Speaker speaker) : ITypedTurns
{
    /// <summary>False if that was not asked for, or not where others read.</summary>
    public Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var isAsked = turn.Place.IsShared && speaker.IsSaid(turn, "room.say");
        if (isAsked)
        {
            Ask(turn.Place, turn.Language);
        }

        return Task.FromResult(isAsked);
    }

    /// <summary>Puts the question where it was asked, or where the bot has just been added; says what it does there where no queue can live.</summary>
    public void Ask(TurnPlace place, string language)
    {
        if (place.IsFlat)
        {
            speaker.Say(Destination.In(place.Channel, place.Conversation), "room.flat");
            return;
        }

        var words = speaker.WordsFor(language);
        speaker.Say(Destination.In(place.Channel, place.Conversation), CardData.Card("choice", new
        {
            subject = "",
            question = words["room.question"],
            buttons = settings.Current.Queues.Select(queue =>
                new Button(queue.Name, Verbs.RoomBind, new { queue = queue.Id, key = $"room/{place.Conversation}/{queue.Id}/{settings.Version}" })),
            navigation = Array.Empty<Button>(),
        }));
    }
}
