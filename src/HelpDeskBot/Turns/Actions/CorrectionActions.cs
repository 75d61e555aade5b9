using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>A reply taken back.</summary>
internal sealed class CorrectionActions(UndoReply undo, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<TicketUndoData>(Verbs.TicketUndo, async (action, data, stop) =>
        {
            var outcome = await undo.RunAsync(new UndoReplyCommand(data.Ticket, data.Entry), action.Actor, stop);
            return outcome.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Said("quote.undone", action);
        }),
    ];
}
