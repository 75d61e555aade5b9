using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The buttons of a ticket's cards that act at once.</summary>
internal sealed class TicketActions(
    ReopenTicket reopen, ConfirmResolution confirm, WithdrawTicket withdraw, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        On(Verbs.TicketReopen, (data, action, stop) => reopen.RunAsync(new ReopenTicketCommand(data.Ticket, data.Version), action.Actor, stop)),
        On(Verbs.TicketConfirm, (data, action, stop) => confirm.RunAsync(new ConfirmResolutionCommand(data.Ticket, data.Version), action.Actor, stop)),
        On(Verbs.TicketWithdraw, (data, action, stop) => withdraw.RunAsync(new WithdrawTicketCommand(data.Ticket, data.Version), action.Actor, stop)),
    ];

    private ActionRoute On(string verb, Func<TicketData, CardAction, CancellationToken, Task<Outcome<Ticket>>> act) =>
        ActionRoutes.On<TicketData>(verb, async (action, data, stop) =>
        {
            var outcome = await act(data, action, stop);
            return outcome.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : await responses.TicketAsync(outcome.Value, action, stop);
        });
}
