using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The desk's settings as text: written or sent, looked at, put in force or discarded, taken along.</summary>
internal sealed class DeskActions(ReadDesk read, ChangeDesk change, DeskChecks checks, Speaker speaker, Responses responses) : IActionGroup
{
    // A form is a card, and a card has 24 KB.
    private const int LongestInForm = 14_000;

    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<DeskData>(Verbs.DeskTextForm, (action, _, stop) => OpenAsync(action, stop)),
        ActionRoutes.On<DeskTextData>(Verbs.DeskCheck, CheckAsync),
        ActionRoutes.On<DeskFileData>(Verbs.DeskApply, ApplyAsync),
        ActionRoutes.On<DeskFileData>(Verbs.DeskDiscard, (action, data, stop) => Task.FromResult(Answered("desk.discarded", data.InChat, action))),
        ActionRoutes.On<DeskData>(Verbs.DeskExport, (action, _, stop) => ExportAsync(action, stop)),
    ];

    private async Task<ActionAnswer> OpenAsync(CardAction action, CancellationToken stop)
    {
        var text = await read.TextAsync(action.Actor, stop);
        if (text.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        return text.Value.Length > LongestInForm
            ? await responses.RefusedAsync(new Refusal("desk.long_for_form"), action, stop)
            : responses.Form(Cards(action).Text(Guid.NewGuid(), text.Value), action);
    }

    private async Task<ActionAnswer> CheckAsync(CardAction action, DeskTextData data, CancellationToken stop)
    {
        var checkd = await checks.OfTextAsync(data.Text.ReplaceLineEndings("\n"), action.Actor, stop);
        if (checkd.Refusal is { Code: "desk.not_admin" } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        if (checkd.Refusal is { } wrong)
        {
            return responses.Form(Cards(action).Text(data.Nonce, data.Text, await responses.TextAsync(wrong, action, stop)), action);
        }

        return checkd.Value.Check switch
        {
            { Problems: { Count: > 0 } problems } => responses.Form(Cards(action).Text(data.Nonce, data.Text, Cards(action).WrongText(problems)), action),
            { Lines.Count: 0 } => responses.Form(Cards(action).Text(data.Nonce, data.Text, WordsFor(action)["desk.same"]), action),
            var check => responses.Form(Cards(action).Preview(check, checkd.Value.File, inChat: false), action),
        };
    }

    private async Task<ActionAnswer> ApplyAsync(CardAction action, DeskFileData data, CancellationToken stop)
    {
        var yaml = await checks.ReadAsync(data.File, action.Actor, stop);
        if (yaml.Refusal is { } unreadable)
        {
            return await responses.RefusedAsync(unreadable, action, stop);
        }

        var changed = await change.RunAsync(new ChangeDeskCommand(yaml.Value, data.Base), action.Actor, stop);
        return changed.Refusal switch
        {
            null => Answered("desk.applied", data.InChat, action, ("version", changed.Value)),
            { Code: "desk.changed_meanwhile" } => await AgainAsync(data, action, stop),
            var refusal => await responses.RefusedAsync(refusal, action, stop),
        };
    }

    // Somebody else was faster; whoever still wants it sees what it would change now.
    private async Task<ActionAnswer> AgainAsync(DeskFileData data, CardAction action, CancellationToken stop)
    {
        var checkd = await checks.OfFileAsync(data.File, action.Actor, stop);
        if (checkd.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var card = checkd.Value.Check switch
        {
            { Problems: { Count: > 0 } problems } => Cards(action).Wrong(problems),
            { Lines.Count: 0 } => AnsweredCard.Of(WordsFor(action)["desk.title"], WordsFor(action)["desk.same"]),
            var check => Cards(action).Preview(check, data.File, data.InChat, isAfterOthers: true),
        };
        return data.InChat ? responses.Answered(card, action) : responses.Form(card, action);
    }

    private async Task<ActionAnswer> ExportAsync(CardAction action, CancellationToken stop)
    {
        var text = await read.TextAsync(action.Actor, stop);
        if (text.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var kept = await checks.KeepAsync(text.Value, action.Actor, stop);
        if (kept.Refusal is { } unkept)
        {
            return await responses.RefusedAsync(unkept, action, stop);
        }

        speaker.Say(action.AsTurn().Here, new Line("desk.exported") { Files = [kept.Value] });
        return new ActionAnswer.Say("");
    }

    private ActionAnswer Answered(string key, bool inChat, CardAction action, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var words = WordsFor(action);
        var card = AnsweredCard.Of(words["desk.title"], words.Format(key, values));
        return inChat ? responses.Answered(card, action) : responses.Done(card, action);
    }

    private Words WordsFor(CardAction action) => speaker.WordsFor(action.Reader.Language);

    private DeskCards Cards(CardAction action) => new(WordsFor(action), action.Reader);
}
