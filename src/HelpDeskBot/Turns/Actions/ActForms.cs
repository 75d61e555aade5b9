using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The form of an act: its name among the words, and the verbs that open and send it.</summary>
internal sealed record ActForm(string Name, Act Act, string Open, string Submit);

/// <summary>A form about to be shown: empty, or with what was <paramref name="Typed"/> before it was refused.</summary>
internal sealed record OpenForm<T>(Ticket Ticket, CardAction Action, Words Words, T? Typed)
    where T : class;

/// <summary>What forms of single acts have in common: opened only by who may do it now, sent once, back with what was typed if refused.</summary>
internal sealed class ActForms(CheckAct check, Speaker speaker, Responses responses)
{
    public ActionRoute[] Of<T>(
        ActForm form,
        Func<OpenForm<T>, CancellationToken, Task<FormFields>> ask,
        Func<T, CardAction, CancellationToken, Task<Outcome<Ticket>>> send)
        where T : class, ITicketForm =>
    [
        ActionRoutes.On<TicketData>(form.Open, async (action, data, stop) =>
        {
            var allowed = await check.RunAsync(data.Ticket, form.Act, action.Actor, stop);
            return allowed.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : await ShowAsync(form, ask, new OpenForm<T>(allowed.Value, action, WordsFor(action), Typed: null), "", stop);
        }),
        ActionRoutes.On<T>(form.Submit, async (action, data, stop) =>
        {
            var outcome = await send(data, action, stop);
            return outcome.Refusal is { } refusal
                ? await AgainAsync(form, ask, data, refusal, action, stop)
                : responses.Said($"form.{form.Name}_done", action);
        }),
    ];

    /// <summary>The same where the form asks nothing that has to be looked up.</summary>
    public ActionRoute[] Of<T>(ActForm form, Func<OpenForm<T>, FormFields> ask, Func<T, CardAction, CancellationToken, Task<Outcome<Ticket>>> send)
        where T : class, ITicketForm =>
        Of(form, (open, _) => Task.FromResult(ask(open)), send);

    private async Task<ActionAnswer> AgainAsync<T>(
        ActForm form, Func<OpenForm<T>, CancellationToken, Task<FormFields>> ask, T typed, Refusal refusal, CardAction action, CancellationToken stop)
        where T : class, ITicketForm
    {
        var ticket = await check.FindAsync(typed.Ticket, action.Actor, stop);
        return ticket.Refusal is { } unreadable
            ? await responses.RefusedAsync(unreadable, action, stop)
            : await ShowAsync(
                form, ask, new OpenForm<T>(ticket.Value, action, WordsFor(action), typed), await responses.TextAsync(refusal, action, stop), stop);
    }

    private async Task<ActionAnswer> ShowAsync<T>(
        ActForm form, Func<OpenForm<T>, CancellationToken, Task<FormFields>> ask, OpenForm<T> open, string error, CancellationToken stop)
        where T : class, ITicketForm
    {
        var nonce = open.Typed?.Nonce ?? Guid.NewGuid();
        return responses.Form(
            ActFormCards.Of(form.Name, form.Submit, open.Ticket, nonce, await ask(open, stop), open.Words, error), open.Action);
    }

    private Words WordsFor(CardAction action) => speaker.WordsFor(action.Reader.Language);
}
