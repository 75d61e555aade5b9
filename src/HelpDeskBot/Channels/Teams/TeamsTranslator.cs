using System.Text.Json;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Turns activities of Teams into turns.</summary>
internal sealed class TeamsTranslator(
    TeamsPeople people, TeamsPlaces places, TeamsMessages messages, TeamsArrivals arrivals, TeamsTyping typing) : ITurnTranslator
{
    public string Channel => TeamsNames.Channel;

    public async Task<Translation> TranslateAsync(Delivery delivery, CancellationToken stop)
    {
        var activity = JsonSerializer.Deserialize(delivery.Body, ActivityJson.Default.Activity)!;
        if (activity.Type is ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate)
        {
            await arrivals.WelcomeAsync(activity, stop);
            return default;
        }

        switch (await people.ArriveAsync(activity, stop))
        {
            case Arrival.Outsider:
                await arrivals.TurnAwayAsync(activity, stop);
                return Translation.Outsider;
            case Arrival.Nobody:
                return Translation.Outsider;
            default:
                return await OfAsync(activity, stop);
        }
    }

    public async Task<Turn?> RecallAsync(CardAction action, string message, CancellationToken stop)
    {
        if (await messages.FindAsync(action.Place.Conversation, message, stop) is not { } activity || await places.OfAsync(activity, stop) is not { } place)
        {
            return null;
        }

        return place.Actor.Person == action.Actor.Person ? await messages.SaidAsync(activity, place, stop) : null;
    }

    private async Task<Translation> OfAsync(Activity activity, CancellationToken stop)
    {
        if (await places.OfAsync(activity, stop) is not { } place)
        {
            return Translation.Outsider;
        }

        if (place.Place.IsShared && IsSaidToOthers(activity))
        {
            return Translation.Outsider;
        }

        if (TeamsPresses.OfSubmit(activity, place) is { } press)
        {
            return new Translation(null) { Press = press };
        }

        if (TeamsNames.IsPersonal(activity) && activity.Type == ActivityTypes.Message)
        {
            typing.Begin(TeamsReference.Of(activity));
        }

        return new Translation(await messages.TurnOfAsync(activity, place, stop));
    }

    // People talk to each other there; where the app may read everything, the bot hears that too.
    private static bool IsSaidToOthers(Activity activity) =>
        activity is { Type: ActivityTypes.Message or ActivityTypes.MessageUpdate, Value: null } && !Mentions.OfRecipient(activity);
}
