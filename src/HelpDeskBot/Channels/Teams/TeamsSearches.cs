using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Finds tickets for a message that somebody writes, wherever they write it, within their own rights.</summary>
internal sealed class TeamsSearches(TeamsPlaces places, FindTickets find, ListTickets own, TicketAudience audience, CardCatalog catalog)
{
    private const int MostOwn = 25;

    public async Task<IReadOnlyList<ComposeResult>> RunAsync(string typed, int most, Activity activity, CancellationToken stop)
    {
        if (await places.DirectOfAsync(activity, stop) is not { } place)
        {
            return [];
        }

        var words = catalog.WordsOf(place.Reader.Language);
        var results = new List<ComposeResult>();
        foreach (var line in (await FindAsync(typed, place, stop)).Take(most))
        {
            var state = words[$"status.{line.Status}"];
            var seen = place.Actor.ReadsQueues ? $"{line.Priority} · {state}" : state;
            results.Add(new ComposeResult($"{line.Id} {line.Subject}", seen, TeamsSharedCards.Of(line, state, await ReadersAsync(line.Id, activity, stop))));
        }

        return results;
    }

    // By its number whatever the person may see; by words agents in the queues that they read, everybody else in what is theirs.
    private async Task<IEnumerable<TicketLine>> FindAsync(string typed, TeamsPlace place, CancellationToken stop)
    {
        if (TicketId.TryParse(typed, provider: null, out var number) && await own.ShowAsync(number, place.Actor, room: null, stop) is { Succeeded: true } named)
        {
            return [LineOf(named.Value.Ticket)];
        }

        if (place.Actor.ReadsQueues && typed.Length > 0)
        {
            var page = await find.RunAsync(new FindTicketsCommand(new TicketQuery { Words = typed }), place.Actor, stop);
            return page.Succeeded ? page.Value.Tickets.Select(listed => LineOf(listed.Ticket)) : [];
        }

        var mine = await own.MineAsync(place.Actor, MostOwn, stop);
        return mine.Where(line => line.Subject.Contains(typed, StringComparison.CurrentCultureIgnoreCase)
            || line.Id.ToString().Contains(typed, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<IEnumerable<string>> ReadersAsync(TicketId ticket, Activity activity, CancellationToken stop) =>
        (await audience.ReferencesAsync(ticket, TeamsNames.Channel, stop))
            .Select(TeamsReference.UserOf)
            .Prepend(activity.From?.Id)
            .OfType<string>();

    private static TicketLine LineOf(Ticket ticket) =>
        new(ticket.Id, ticket.Subject, ticket.Status, ticket.Priority, ticket.Owner, OwnerName: null, ticket.FiledAt);
}
