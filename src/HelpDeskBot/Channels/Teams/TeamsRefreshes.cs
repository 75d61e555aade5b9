using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Channels.Teams;

/// <summary>
/// Somebody's client asks by itself for their view of a ticket that was put into a chat. Nothing is written, and whoever may not see the ticket goes on
/// seeing what was shared.
/// </summary>
internal sealed class TeamsRefreshes(TeamsPlaces places, ListTickets tickets, IRenderer renderer, CardCatalog catalog)
{
    public async Task<InvokeResponse> RunAsync(Activity activity, CancellationToken stop)
    {
        if (TeamsSharedCards.TicketOf(activity) is not { } ticket || await places.DirectOfAsync(activity, stop) is not { } place)
        {
            return NothingNewer;
        }

        var shown = await tickets.ShowAsync(ticket, place.Actor, room: null, stop);
        if (!shown.Succeeded)
        {
            return NothingNewer;
        }

        var card = renderer.Ticket(shown.Value, CardFor(shown.Value, place.Actor), place.Reader).Card!;
        var open = catalog.WordsOf(place.Reader.Language)["my_tickets.open"];
        return TeamsResponses.Card(TeamsCards.ForMessage(TeamsSharedCards.ToRead(card, ticket, open)));
    }

    private static InvokeResponse NothingNewer => TeamsResponses.Error(StatusCodes.Status404NotFound, "card.not_found", "There is nothing newer");

    private static string CardFor(TicketView view, Actor actor)
    {
        if (view.Ticket.Concerns(actor))
        {
            return TicketCards.Requester;
        }

        return actor.IsAgentOf(view.Ticket.Queue) || !view.Ticket.IsFollowedBy(actor) ? TicketCards.Agent : TicketCards.Follower;
    }
}
