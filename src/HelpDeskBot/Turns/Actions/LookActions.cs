using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;

namespace HelpDeskBot.Turns.Actions;

/// <summary>An admin says why they need to see a ticket of a private queue, and sees it.</summary>
internal sealed class LookActions(LookAtTicket look, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<TicketData>(Verbs.TicketLookForm, async (action, data, stop) => action.Actor.IsAdmin
            ? responses.Form(AccessCards.Form(data.Ticket, Guid.NewGuid(), WordsFor(action)), action)
            : await responses.RefusedAsync(new Refusal("ticket.not_found").With("ticket", data.Ticket), action, stop)),
        ActionRoutes.On<TicketLookData>(Verbs.TicketLook, LookAsync),
    ];

    private async Task<ActionAnswer> LookAsync(CardAction action, TicketLookData data, CancellationToken stop)
    {
        var outcome = await look.RunAsync(new LookAtTicketCommand(data.Ticket, data.Reason), action.Actor, stop);
        if (outcome.Succeeded)
        {
            return responses.Looked(outcome.Value, action);
        }

        return outcome.Refusal!.Code == "text.missing"
            ? responses.Form(AccessCards.Form(data.Ticket, data.Nonce, WordsFor(action), await responses.TextAsync(outcome.Refusal, action, stop)), action)
            : await responses.RefusedAsync(outcome.Refusal, action, stop);
    }

    private Words WordsFor(CardAction action) => speaker.WordsFor(action.Reader.Language);
}
