using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>What can be read about a ticket beside its card: why it is due when it is, and what happened to it.</summary>
internal sealed class InsightActions(ExplainDue explain, ReadHistory history, DeskSettingsStore settings, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<TicketData>(Verbs.TicketDueForm, async (action, data, stop) =>
        {
            var due = await explain.RunAsync(data.Ticket, action.Actor, stop);
            return due.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(new DueCard(due.Value, action.Reader, WordsFor(action)).Of(), action);
        }),
        ActionRoutes.On<TicketData>(Verbs.TicketHistoryForm, async (action, data, stop) =>
        {
            var read = await history.RunAsync(data.Ticket, action.Actor, stop);
            return read.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(new HistoryCard(settings.Current, action.Reader, WordsFor(action)).Of(read.Value), action);
        }),
    ];

    private Words WordsFor(CardAction action) => speaker.WordsFor(action.Reader.Language);
}
