using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The history of the desk's settings: who changed what, and going back.</summary>
internal sealed class DeskVersionActions(ReadDesk read, ChangeDesk change, BusinessClock clock, Speaker speaker, Responses responses) : IActionGroup
{
    private const int Most = 12;

    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<DeskData>(Verbs.DeskHistoryForm, async (action, _, stop) =>
        {
            var versions = await read.HistoryAsync(Most, action.Actor, stop);
            return versions.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(Cards(action).History(versions.Value, clock.Now), action);
        }),
        ActionRoutes.On<DeskVersionData>(Verbs.DeskChangesForm, async (action, data, stop) =>
        {
            var (newest, lines) = (await read.HistoryAsync(most: 1, action.Actor, stop), await read.ChangesAsync(data.Version, action.Actor, stop));
            return (newest.Refusal ?? lines.Refusal) is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(Cards(action).Changes(data.Version, lines.Value, isInForce: newest.Value[0].Number == data.Version), action);
        }),
        ActionRoutes.On<DeskVersionData>(Verbs.DeskRestoreForm, PreviewAsync),
        ActionRoutes.On<DeskVersionData>(Verbs.DeskRestore, RestoreAsync),
    ];

    private async Task<ActionAnswer> PreviewAsync(CardAction action, DeskVersionData data, CancellationToken stop)
    {
        var restoring = await read.RestoringAsync(data.Version, action.Actor, stop);
        if (restoring.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var cards = Cards(action);
        return restoring.Value switch
        {
            { Problems: { Count: > 0 } problems } => responses.Form(cards.Wrong(problems), action),
            { Lines.Count: 0 } => responses.Said("desk.same", action),
            var check => responses.Form(cards.Restoring(data.Version, check), action),
        };
    }

    private async Task<ActionAnswer> RestoreAsync(CardAction action, DeskVersionData data, CancellationToken stop)
    {
        var restored = await change.RestoreAsync(new RestoreDeskCommand(data.Version, data.Base), action.Actor, stop);
        if (restored.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var words = speaker.WordsFor(action.Reader.Language);
        return responses.Done(AnsweredCard.Of(words["desk.title"], words.Format("desk.applied", ("version", restored.Value))), action);
    }

    private DeskCards Cards(CardAction action) => new(speaker.WordsFor(action.Reader.Language), action.Reader);
}
