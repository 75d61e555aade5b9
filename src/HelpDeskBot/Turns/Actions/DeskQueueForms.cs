using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Turns.Actions;

/// <summary>A queue described in a form instead of the desk file; what comes of it is looked at and put in force like any other change.</summary>
internal sealed class DeskQueueForms(DraftQueues draft, DeskChecks checks, CardCatalog catalog, Speaker speaker, Responses responses) : IActionGroup
{
    private const string Private = "private";

    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<DeskData>(Verbs.DeskQueuesForm, async (action, _, stop) =>
        {
            var choices = await draft.ChoicesAsync(action.Actor, stop);
            return choices.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(Cards(action).Queues(choices.Value.Queues), action);
        }),
        ActionRoutes.On<DeskQueueOpenData>(Verbs.DeskQueueForm, OpenAsync),
        ActionRoutes.On<DeskQueueData>(Verbs.DeskQueue, PreviewAsync),
    ];

    private async Task<ActionAnswer> OpenAsync(CardAction action, DeskQueueOpenData data, CancellationToken stop)
    {
        if (data.Queue.Length == 0)
        {
            return await ShowAsync(Guid.NewGuid(), new QueueDraft("", ""), isNew: true, "", action, stop);
        }

        var known = await draft.OpenAsync(new QueueId(data.Queue), action.Actor, stop);
        return known.Refusal is { } refusal
            ? await responses.RefusedAsync(refusal, action, stop)
            : await ShowAsync(Guid.NewGuid(), known.Value, isNew: false, "", action, stop);
    }

    private async Task<ActionAnswer> PreviewAsync(CardAction action, DeskQueueData data, CancellationToken stop)
    {
        var isNew = data.Queue.Length == 0;
        var wish = new QueueDraft(isNew ? data.Id.Trim() : data.Queue, data.Name)
        {
            Language = data.Language,
            Calendar = data.Calendar,
            IsPrivate = data.Access == Private,
            Agents = data.Agents,
            Leads = data.Leads,
        };
        var yaml = await draft.RunAsync(wish, isNew, action.Actor, stop);
        var checkd = yaml.Refusal is { } refusal ? refusal : await checks.OfTextAsync(yaml.Value, action.Actor, stop);
        if (checkd.Refusal is { } wrong)
        {
            return await ShowAsync(data.Nonce, wish, isNew, await responses.TextAsync(wrong, action, stop), action, stop);
        }

        return checkd.Value.Check switch
        {
            { Problems: { Count: > 0 } problems } => await ShowAsync(data.Nonce, wish, isNew, Cards(action).WrongText(problems), action, stop),
            { Lines.Count: 0 } => await ShowAsync(data.Nonce, wish, isNew, speaker.WordsFor(action.Reader.Language)["desk.same"], action, stop),
            var check => responses.Form(Cards(action).Preview(check, checkd.Value.File, inChat: false), action),
        };
    }

    private async Task<ActionAnswer> ShowAsync(Guid nonce, QueueDraft shown, bool isNew, string error, CardAction action, CancellationToken stop)
    {
        var choices = await draft.ChoicesAsync(action.Actor, stop);
        if (choices.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var calendars = choices.Value.Calendars;
        var filled = shown with { Calendar = shown.Calendar.Length > 0 ? shown.Calendar : calendars[0] };
        var languages = catalog.Languages.Select(words => new FormOption(words["language.name"], words.Language));
        return responses.Form(Cards(action).Queue(nonce, filled, isNew, calendars, languages, error), action);
    }

    private DeskCards Cards(CardAction action) => new(speaker.WordsFor(action.Reader.Language), action.Reader);
}
