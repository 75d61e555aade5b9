using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Turns;
using HelpDeskBot.Turns.Actions;

namespace HelpDeskBot.Channels.Teams;

/// <summary>The message extension: a ticket from somebody's message, and tickets found from the compose box.</summary>
internal sealed class TeamsCompose(UnitOfWork work, Presses presses, CardCatalog catalog)
{
    public const string ReportCommand = "report";
    public const string FindCommand = "find";
    private const string FindParameter = "words";

    public string TurnAway(Activity activity) => catalog.WordsOf(activity.Locale ?? "en")["refusal.person.outside"];

    /// <summary>Opens the form with the message in it, or takes the form; what follows goes on in the person's direct chat.</summary>
    public async Task<InvokeResponse?> RunAsync(Activity activity, CancellationToken stop)
    {
        if (ComposeAction.Of(activity) is not { CommandId: ReportCommand } command)
        {
            return null;
        }

        var answer = await presses.RunAsync(
            async (services, token) =>
            {
                if (await services.GetRequiredService<TeamsPlaces>().DirectOfAsync(activity, token) is not { } place)
                {
                    return null;
                }

                return activity.Name == TeamsInvokes.ComposeSubmitAction
                    ? TeamsPresses.OfData(command.Data, activity, place)
                    : await OpenAsync(services.GetRequiredService<TeamsReports>(), command, activity, place, token);
            },
            stop);
        return answer is null ? TeamsResponses.DialogMessage(TurnAway(activity)) : TeamsAnswers.ToDialog(answer, message: null);
    }

    /// <summary>What the person may find, as cards to put into a message.</summary>
    public async Task<InvokeResponse?> SearchAsync(Activity activity, CancellationToken stop)
    {
        if (ComposeQuery.Of(activity) is not { CommandId: FindCommand } query)
        {
            return null;
        }

        return await work.RunAsync((services, token) => SearchAsync(services, activity, query, token), stop);
    }

    private static Task<CardAction> OpenAsync(
        TeamsReports reports, ComposeAction command, Activity activity, TeamsPlace place, CancellationToken stop) =>
        reports.OpenAsync(command, activity, place, stop);

    private async Task<InvokeResponse?> SearchAsync(IServiceProvider services, Activity activity, ComposeQuery query, CancellationToken stop)
    {
        var typed = query.Parameters.GetValueOrDefault(FindParameter, "").Trim();
        if (await services.GetRequiredService<TeamsPlaces>().DirectOfAsync(activity, stop) is not { } place)
        {
            return TeamsResponses.NoResults(TurnAway(activity));
        }

        var words = catalog.WordsOf(place.Reader.Language);
        var found = await FindAsync(services, typed, place, stop);
        return found.Count == 0
            ? TeamsResponses.NoResults(words["teams.nothing_found"])
            : TeamsResponses.Results(found.Take(query.Count).Select(line => ResultOf(line, words)));
    }

    // Agents find in the queues that they read; everybody else in what is theirs.
    private static async Task<IReadOnlyList<TicketLine>> FindAsync(IServiceProvider services, string typed, TeamsPlace place, CancellationToken stop)
    {
        if (place.Actor.ReadsQueues && typed.Length > 0)
        {
            var page = await services.GetRequiredService<FindTickets>()
                .RunAsync(new FindTicketsCommand(new TicketQuery { Words = typed }), place.Actor, stop);
            return page.Succeeded ? [.. page.Value.Tickets.Select(LineOf)] : [];
        }

        const int Own = 25;
        var mine = await services.GetRequiredService<ListTickets>().MineAsync(place.Actor, Own, stop);
        return
        [
            .. mine.Where(line => line.Subject.Contains(typed, StringComparison.CurrentCultureIgnoreCase)
                || line.Id.ToString().Contains(typed, StringComparison.OrdinalIgnoreCase)),
        ];
    }

    private static TicketLine LineOf(ListedTicket listed)
    {
        var ticket = listed.Ticket;
        return new TicketLine(ticket.Id, ticket.Subject, ticket.Status, ticket.Priority, ticket.Owner, listed.OwnerName, ticket.FiledAt);
    }

    private static ComposeResult ResultOf(TicketLine line, Words words)
    {
        var state = $"{line.Priority} · {words[$"status.{line.Status}"]}";
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray(
                Block($"{line.Id} · {state}", "small"),
                Block(line.Subject, "medium")),
        };
        return new ComposeResult($"{line.Id} {line.Subject}", state, card);
    }

    private static JsonObject Block(string text, string size) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text, ["size"] = size }),
    };
}
