using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Cards;
using HelpDeskBot.Turns.Actions;

namespace HelpDeskBot.Channels.Teams;

/// <summary>The commands of the message extension: a ticket from somebody's message, and tickets found from the compose box.</summary>
internal sealed class TeamsCompose(Presses presses, TeamsSearches searches, CardCatalog catalog)
{
    public const string ReportCommand = "report";
    public const string FindCommand = "find";
    private const string FindParameter = "words";

    public string TurnAway(Activity activity) => catalog.WordsOf(activity.Locale ?? "en")["refusal.person.outside"];

    /// <summary>Opens the form with the message in it, or takes the form; what follows goes on in the person's direct chat.</summary>
    public async Task<InvokeResponse?> ReportAsync(Activity activity, CancellationToken stop)
    {
        if (ComposeAction.Of(activity) is not { CommandId: ReportCommand } command)
        {
            return null;
        }

        var words = catalog.WordsOf(activity.Locale ?? "en");
        var answer = await presses.RunAsync(
            async (services, token) =>
            {
                if (await services.GetRequiredService<TeamsPlaces>().DirectOfAsync(activity, token) is not { } place)
                {
                    return null;
                }

                words = catalog.WordsOf(place.Reader.Language);

                return activity.Name == TeamsInvokes.ComposeSubmitAction
                    ? TeamsPresses.OfData(command.Data, activity, place)
                    : await services.GetRequiredService<TeamsReports>().OpenAsync(command, activity, place, token);
            },
            stop);
        return answer is null ? TeamsResponses.DialogMessage(TurnAway(activity)) : TeamsAnswers.ToDialog(answer, message: null, words);
    }

    /// <summary>What the person may find, as cards to put into a message.</summary>
    public async Task<InvokeResponse?> SearchAsync(Activity activity, CancellationToken stop)
    {
        if (ComposeQuery.Of(activity) is not { CommandId: FindCommand } query)
        {
            return null;
        }

        var typed = query.Parameters.GetValueOrDefault(FindParameter, "").Trim();
        var found = await searches.RunAsync(typed, query.Count, activity, stop);
        return found.Count == 0
            ? TeamsResponses.NoResults(catalog.WordsOf(activity.Locale ?? "en")["lists.none"])
            : TeamsResponses.Results(found);
    }
}
