using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Cards;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Teams;

/// <summary>The bot is added somewhere, or somebody comes who is not served.</summary>
internal sealed class TeamsArrivals(TeamsPeople people, TeamsPlaces places, RoomBindingTurns rooms, ConnectorClient connector, Speaker speaker)
{
    private static readonly string[] Starters = ["Report", "MyTickets", "Help"];

    /// <summary>Says hello to who installed it; asks in a channel whose it should be.</summary>
    public async Task WelcomeAsync(Activity activity, CancellationToken stop)
    {
        if (!IsOurArrival(activity))
        {
            return;
        }

        if (await people.ArriveAsync(activity, stop) is Arrival.Outsider)
        {
            if (TeamsNames.IsPersonal(activity))
            {
                await TurnAwayAsync(activity, stop);
            }

            return;
        }

        var place = await places.OfAsync(activity, stop);
        if (TeamsNames.IsPersonal(activity))
        {
            Greet(place);
        }
        else if (place is null or { Place.IsShared: true })
        {
            rooms.Ask(
                new TurnPlace(TeamsNames.Channel, TeamsNames.ConversationOf(activity), Room: null, Root: null)
                {
                    IsShared = true,
                    IsFlat = TeamsNames.IsGroupChat(activity),
                },
                place?.Reader.Language ?? activity.Locale ?? "en");
        }
    }

    /// <summary>A polite word, said directly: nothing of it is kept.</summary>
    public Task TurnAwayAsync(Activity activity, CancellationToken stop)
    {
        var reference = TeamsReference.Of(activity);
        reference.Conversation!.Id = activity.Conversation!.Id;
        var text = speaker.WordsFor(activity.Locale ?? "en")["refusal.person.outside"];
        return connector.SendAsync(reference, new Activity { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" }, stop);
    }

    private void Greet(TeamsPlace? place)
    {
        if (place is not null)
        {
            var words = speaker.WordsFor(place.Reader.Language);
            speaker.Say(place.Place.Of(place.Actor), ListCards.Help([words["help.greeting"]], Starters, words));
        }
    }

    // Teams tells of an installation in both ways; in a team only the conversation's counts, in person only the installation's.
    private static bool IsOurArrival(Activity activity) => TeamsNames.IsPersonal(activity)
        ? activity is { Type: ActivityTypes.InstallationUpdate, Action: "add" or "add-upgrade" }
        : activity.Type == ActivityTypes.ConversationUpdate && activity.MembersAdded?.Any(member => member.Id == activity.Recipient?.Id) == true;
}
