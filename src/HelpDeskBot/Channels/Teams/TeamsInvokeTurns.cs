using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Cards;
using HelpDeskBot.Turns;
using HelpDeskBot.Turns.Actions;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Answers what Teams asks and waits for: presses, dialogs, and the commands of the compose box.</summary>
internal sealed class TeamsInvokeTurns(TeamsPeople people, Presses presses, TeamsRefreshes refreshes, TeamsCompose compose, CardCatalog catalog)
{
    /// <summary>Null if the operation is not known.</summary>
    public async Task<InvokeResponse?> RunAsync(Activity activity, CancellationToken stop)
    {
        if (activity.Name is not (TeamsInvokes.CardAction or TeamsInvokes.TaskFetch or TeamsInvokes.TaskSubmit
            or TeamsInvokes.ComposeFetchTask or TeamsInvokes.ComposeSubmitAction or TeamsInvokes.ComposeQuery))
        {
            return null;
        }

        if (CardActionInvoke.Of(activity) is { IsAutomatic: true })
        {
            return await refreshes.RunAsync(activity, stop); // so often that nobody is met and nothing kept
        }

        var arrival = await people.ArriveAsync(activity, stop);
        return (activity.Name, arrival) switch
        {
            (TeamsInvokes.ComposeQuery, Arrival.Served) => await compose.SearchAsync(activity, stop),
            (TeamsInvokes.ComposeQuery, _) => TeamsResponses.NoResults(TurnAway(activity)),
            (TeamsInvokes.CardAction, Arrival.Served) => await PressAsync(activity, stop),
            (TeamsInvokes.CardAction, _) => TeamsResponses.Message(TurnAway(activity)),
            (_, not Arrival.Served) => TeamsResponses.DialogMessage(TurnAway(activity)),
            (TeamsInvokes.ComposeFetchTask or TeamsInvokes.ComposeSubmitAction, _) => await compose.ReportAsync(activity, stop),
            _ => await DialogAsync(activity, stop),
        };
    }

    private async Task<InvokeResponse?> PressAsync(Activity activity, CancellationToken stop)
    {
        TeamsPlace? place = null;
        var answer = await presses.RunAsync(
            async (services, token) =>
            {
                place = await services.GetRequiredService<TeamsPlaces>().OfAsync(activity, token);
                return place is null ? null : TeamsPresses.OfExecute(activity, place);
            },
            stop);
        return answer switch
        {
            null => new InvokeResponse(StatusCodes.Status400BadRequest),
            ActionAnswer.Say { Text.Length: 0 } => TeamsResponses.Message(TakenWords(place!)),
            _ => TeamsAnswers.ToPress(answer),
        };
    }

    private async Task<InvokeResponse?> DialogAsync(Activity activity, CancellationToken stop)
    {
        CardAction? press = null;
        var answer = await presses.RunAsync(
            async (services, token) =>
            {
                press = await services.GetRequiredService<TeamsPlaces>().OfAsync(activity, token) is { } place
                    ? TeamsPresses.OfData(TaskInvoke.Of(activity)?.Data, activity, place)
                    : null;
                return press;
            },
            stop);
        return answer is null || press is null
            ? new InvokeResponse(StatusCodes.Status400BadRequest)
            : TeamsAnswers.ToDialog(answer, press.OnMessage, catalog.WordsOf(press.Reader.Language));
    }

    // Teams takes an answer without words for a failure: it says so, and presses again.
    private string TakenWords(TeamsPlace place) => catalog.WordsOf(place.Reader.Language)[place.Place.IsShared ? "room.answered_in_chat" : "press.taken"];

    private string TurnAway(Activity activity) => catalog.WordsOf(activity.Locale ?? "en")["refusal.person.outside"];
}
