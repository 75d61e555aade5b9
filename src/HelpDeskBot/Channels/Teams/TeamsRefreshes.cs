using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;

namespace HelpDeskBot.Channels.Teams;

/// <summary>
/// A client asks by itself for the newest card. Nothing is written; whoever may not see the ticket gets nothing. Cards in agent channels ask for none,
/// since each edit would then cost a call for every member.
/// </summary>
internal sealed class TeamsRefreshes(TeamsPlaces places, FindConversationTickets find, ListTickets tickets, IRenderer renderer)
{
    public async Task<InvokeResponse> RunAsync(Activity activity, CancellationToken stop)
    {
        if (activity.ReplyToId is not { } message
            || await places.OfAsync(activity, stop) is not { } place
            || await find.OfMessageAsync(place.Place.Conversation, message, stop) is not { } ticket
            || await find.CardOfAsync(place.Place.Conversation, message, stop) is not { } card)
        {
            return Refused;
        }

        var shown = await tickets.ShowAsync(ticket, place.Actor, place.Place.Room, stop);
        return shown.Succeeded
            ? TeamsResponses.Card(TeamsCards.ForMessage(renderer.Ticket(shown.Value, card, place.Reader).Card!))
            : Refused;
    }

    private static InvokeResponse Refused => TeamsResponses.Error(StatusCodes.Status404NotFound, "card.not_found", "There is nothing newer");
}
