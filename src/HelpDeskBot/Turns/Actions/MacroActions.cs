using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>Several acts on a ticket in one tap: choose, look, do.</summary>
internal sealed class MacroActions(RunMacro macros, CheckAct check, DeskSettingsStore settings, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<TicketData>(Verbs.TicketMacrosForm, async (action, data, stop) =>
        {
            var allowed = await check.RunAsync(data.Ticket, Act.Tag, action.Actor, stop);
            return allowed.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(Cards(action).Choose(allowed.Value, macros.All), action);
        }),
        ActionRoutes.On<TicketMacroData>(Verbs.TicketMacroForm, async (action, data, stop) =>
        {
            var preview = await macros.PreviewAsync(new RunMacroCommand(data.Ticket, data.Macro), action.Actor, stop);
            return preview.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(Cards(action).Preview(preview.Value, Guid.NewGuid()), action);
        }),
        ActionRoutes.On<TicketMacroData>(Verbs.TicketMacro, async (action, data, stop) =>
        {
            var done = await macros.RunAsync(new RunMacroCommand(data.Ticket, data.Macro), action.Actor, stop);
            return done.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Done(Cards(action).Done(done.Value), action);
        }),
    ];

    private MacroCards Cards(CardAction action) => new(settings.Current, speaker.WordsFor(action.Reader.Language));
}
