using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The buttons that decide who has a ticket. Who comes too late to claim it is offered to ask whoever was faster.</summary>
internal sealed class OwnerActions(ClaimTicket claim, AnswerHandOver answer, CheckAct check, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<TicketData>(Verbs.TicketClaim, ClaimAsync),
        ActionRoutes.On<TicketAnswerData>(Verbs.TicketGive, (action, data, stop) => AnswerAsync(action, data, isGiven: true, stop)),
        ActionRoutes.On<TicketAnswerData>(Verbs.TicketKeep, (action, data, stop) => AnswerAsync(action, data, isGiven: false, stop)),
    ];

    private async Task<ActionAnswer> ClaimAsync(CardAction action, TicketData data, CancellationToken stop)
    {
        var outcome = await claim.RunAsync(new ClaimTicketCommand(data.Ticket), action.Actor, stop);
        return outcome.Refusal switch
        {
            null => await responses.TicketAsync(outcome.Value, action, stop),
            { Code: "ticket.taken" } taken => await OfferAsync(taken, action, data.Ticket, stop),
            var refusal => await responses.RefusedAsync(refusal, action, stop),
        };
    }

    private async Task<ActionAnswer> OfferAsync(Refusal taken, CardAction action, TicketId id, CancellationToken stop)
    {
        var text = await responses.TextAsync(taken, action, stop);
        var refused = new ActionAnswer.Refused(taken.Code, text);
        var form = OwnerForms.HandOver;
        return await check.RunAsync(id, form.Act, action.Actor, stop) is { Succeeded: true, Value: var ticket }
            ? refused with
            {
                Offer = responses.CardOf(
                    ActFormCards.Of(form.Name, form.Submit, ticket, Guid.NewGuid(), new FormFields(text), speaker.WordsFor(action.Reader.Language)), action),
            }
            : refused;
    }

    private async Task<ActionAnswer> AnswerAsync(CardAction action, TicketAnswerData data, bool isGiven, CancellationToken stop)
    {
        var outcome = await answer.RunAsync(new AnswerHandOverCommand(data.Ticket, data.Entry, isGiven), action.Actor, stop);
        return outcome.Refusal is { } refusal
            ? await responses.RefusedAsync(refusal, action, stop)
            : await responses.TicketAsync(outcome.Value, action, stop);
    }
}
