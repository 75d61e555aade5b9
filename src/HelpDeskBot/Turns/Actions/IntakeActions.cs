using HelpDeskBot.Cards;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Dialogs;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The buttons of the intake dialog.</summary>
internal sealed class IntakeActions(IntakeTurns intake, Drafts drafts, PeopleByName people, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<IntakeData>(Verbs.IntakeCategory, (action, data, stop) => AnswerAsync(
            action, data, data.Category is { } known && intake.Knows(known) ? new IntakeInput.PickedCategory(known) : null, stop)),
        ActionRoutes.On<IntakeData>(Verbs.IntakeImpact, (action, data, stop) => AnswerAsync(
            action, data, data.Impact is { } impact ? new IntakeInput.PickedImpact(impact) : null, stop)),
        ActionRoutes.On<IntakeData>(Verbs.IntakeUrgency, (action, data, stop) => AnswerAsync(
            action, data, data.Urgency is { } urgency ? new IntakeInput.PickedUrgency(urgency) : null, stop)),
        ActionRoutes.On<IntakeData>(Verbs.IntakeBack, (action, data, stop) => AnswerAsync(action, data, new IntakeInput.Back(), stop)),
        ActionRoutes.On<IntakeData>(Verbs.IntakeCancel, CancelAsync),
        ActionRoutes.On<IntakeData>(Verbs.IntakeFile, FileAsync),
        ActionRoutes.On<IntakeData>(Verbs.IntakeEditForm, OpenEditAsync),
        ActionRoutes.On<IntakeEditData>(Verbs.IntakeEdit, EditAsync),
    ];

    private async Task<ActionAnswer> AnswerAsync(CardAction action, IntakeData data, IntakeInput? input, CancellationToken stop)
    {
        if (input is null || await OpenDraftAsync(action, data, stop) is not { } draft)
        {
            return await responses.RefusedAsync(new Refusal("intake.moved_on"), action, stop);
        }

        await intake.PressAsync(action.AsTurn(), draft, input, stop);
        var after = intake.Dialog.Next(draft, input);
        return responses.Answered(Cards(action).Answered(draft.Step, after), action);
    }

    private async Task<ActionAnswer> CancelAsync(CardAction action, IntakeData data, CancellationToken stop)
    {
        if (await OpenDraftAsync(action, data, stop) is not { } draft)
        {
            return await responses.RefusedAsync(new Refusal("intake.moved_on"), action, stop);
        }

        await intake.CancelAsync(action.AsTurn(), stop);
        return responses.Answered(AnsweredCard.Of(speaker.WordsFor(action.Reader.Language)["intake.cancel"], draft.Subject), action);
    }

    private async Task<ActionAnswer> FileAsync(CardAction action, IntakeData data, CancellationToken stop)
    {
        if (await OpenDraftAsync(action, data, stop) is not { Step: IntakeStep.Summary } draft)
        {
            return await responses.RefusedAsync(new Refusal("intake.moved_on"), action, stop);
        }

        var filed = await intake.FileAsync(action.AsTurn(), draft, stop);
        return filed.Refusal is { } refusal
            ? await responses.RefusedAsync(refusal, action, stop)
            : responses.Answered(
                AnsweredCard.Of(speaker.WordsFor(action.Reader.Language).Format("intake.filed", ("ticket", filed.Value.Id)), draft.Subject), action);
    }

    private async Task<ActionAnswer> OpenEditAsync(CardAction action, IntakeData data, CancellationToken stop) =>
        await OpenDraftAsync(action, data, stop) is { Step: IntakeStep.Summary } draft
            ? responses.Form(Cards(action).EditForm(draft, Guid.NewGuid(), error: null), action)
            : await responses.RefusedAsync(new Refusal("intake.moved_on"), action, stop);

    private async Task<ActionAnswer> EditAsync(CardAction action, IntakeEditData data, CancellationToken stop)
    {
        if (await OpenDraftAsync(action, new IntakeData(data.Draft), stop) is not { Step: IntakeStep.Summary } draft)
        {
            return await responses.RefusedAsync(new Refusal("intake.moved_on"), action, stop);
        }

        var beneficiary = await BeneficiaryAsync(data.For, action.Actor, stop);
        if ((Wrong(data) ?? beneficiary.Refusal) is { } refusal)
        {
            var typed = draft with
            {
                Subject = data.Subject,
                Description = data.Description,
                Impact = data.Impact,
                Urgency = data.Urgency,
                Type = data.Type,
                For = data.For.Length == 0 ? null : new Beneficiary(default, data.For),
            };
            return responses.Form(Cards(action).EditForm(typed, Guid.NewGuid(), await responses.TextAsync(refusal, action, stop)), action);
        }

        var input = new IntakeInput.Edited(data.Subject, data.Description, data.Category, data.Impact, data.Urgency, beneficiary.Value) { Type = data.Type };
        await intake.PressAsync(action.AsTurn(), draft, input, stop);
        return responses.Said("intake.saved", action);
    }

    // Nobody named, or they themselves: it is their own.
    private async Task<Outcome<Beneficiary?>> BeneficiaryAsync(string name, Actor actor, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return (Beneficiary?)null;
        }

        var found = await people.FindAsync(name, stop);
        return found.Select(person => actor.Is(person.Id) ? null : new Beneficiary(person.Id, person.Name));
    }

    private Refusal? Wrong(IntakeEditData data)
    {
        if (string.IsNullOrWhiteSpace(data.Subject))
        {
            return new Refusal("ticket.subject_missing");
        }

        return !intake.Knows(data.Category) ? new Refusal("intake.category_missing") : null;
    }

    // A button of an earlier question, or of another draft, is not pressed any more.
    private async Task<IntakeDraft?> OpenDraftAsync(CardAction action, IntakeData data, CancellationToken stop)
    {
        var stored = await drafts.FindAsync(action.Actor, stop);
        var draft = stored is null ? null : IntakeDraft.Read(stored, out _);
        return draft?.Id == data.Draft && (data.Turn is null || data.Turn == draft.Turn) ? draft : null;
    }

    private IntakeCards Cards(CardAction action) => intake.CardsFor(action.Reader.Language);
}
