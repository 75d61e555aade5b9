using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Dialogs;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>Runs the intake dialog: keeps its draft, asks its questions, and files what it has collected.</summary>
internal sealed class IntakeTurns(
    Drafts drafts, ProposeCategory propose, FileTicket file, AnswerSuggestion suggestions, Speaker speaker)
{
    /// <summary>The dialog, with the categories of now.</summary>
    public Intake Dialog => new(propose.Categories, text => new IntakeGuess(propose.Run(text), propose.TypeOf(text)));

    public IntakeCards CardsFor(string language) => new(propose.Categories, speaker.WordsFor(language));

    public bool Knows(string category) => propose.Categories.Any(known => known.Id == category);

    /// <summary>"report for Ada": the report that runs is for somebody else, or a new one begins.</summary>
    public async Task BeginForAsync(Turn turn, Beneficiary beneficiary, CancellationToken stop)
    {
        var stored = await drafts.FindAsync(turn.Actor, stop);
        var draft = stored is null ? null : IntakeDraft.Read(stored, out _);
        await KeepAndAskAsync(turn, Dialog.Next(draft ?? Dialog.Begin(Guid.NewGuid(), "", turn.Files), new IntakeInput.Named(beneficiary)), stop);
    }

    /// <summary>"Report a problem", "request something": asks what it is, or goes on with what was begun.</summary>
    public async Task BeginAsync(Turn turn, bool isRequest, Draft? draft, CancellationToken stop)
    {
        if (draft is null || !await AskAgainAsync(turn, draft, stop))
        {
            await KeepAndAskAsync(turn, Dialog.Begin(Guid.NewGuid(), "", turn.Files) with { IsRequest = isRequest }, stop);
        }
    }

    /// <summary>A message is chosen to become a ticket; what is half done already gets its words and files.</summary>
    public Task ReportAsync(Turn turn, Draft? stored, CancellationToken stop)
    {
        if (stored is null || IntakeDraft.Read(stored, out _) is not { } draft)
        {
            return StartAsync(turn, turn.Text, turn.Files, rejected: null, stop);
        }

        speaker.Say(turn.Here, "intake.noted");
        return KeepAndAskAsync(turn, Dialog.Next(draft, new IntakeInput.Said(turn.Text, turn.Files)), stop);
    }

    /// <summary>Starts with what was said, if anything was.</summary>
    public Task StartAsync(
        Turn turn, string text, IReadOnlyList<AttachmentId> files, (Guid Id, RejectedSuggestion Articles)? rejected, CancellationToken stop)
    {
        var draft = Dialog.Begin(Guid.NewGuid(), text, files) with
        {
            Suggestion = rejected?.Id,
            ArticlesShown = rejected?.Articles.Shown ?? [],
            ArticlesOpened = rejected?.Articles.Opened ?? [],
            ArticlesRejected = rejected?.Articles.Shown ?? [],
        };
        return KeepAndAskAsync(turn, draft, stop);
    }

    /// <summary>Something was typed or sent while the dialog runs.</summary>
    public Task ContinueAsync(Turn turn, IntakeDraft draft, bool isRestarted, CancellationToken stop)
    {
        if (isRestarted)
        {
            speaker.Say(turn.Here, "intake.restarted");
        }

        var input = TypedChoice.Of(draft, turn, propose.Categories, speaker.AllWords(turn.Language));
        if (input is TypedChoice.Files)
        {
            return FileAsync(turn, draft, stop);
        }

        var next = Dialog.Next(draft, ((TypedChoice.Input)input).Value);
        if (draft.Step is not IntakeStep.Describe && next.Step == draft.Step)
        {
            speaker.Say(turn.Here, "intake.noted");
        }

        return KeepAndAskAsync(turn, next, stop);
    }

    /// <summary>Words that the report was begun with, or that were added to it, become others.</summary>
    public async Task CorrectAsync(Turn turn, Correction correction, CancellationToken stop)
    {
        var stored = await drafts.FindAsync(turn.Actor, stop);
        var draft = stored is null ? null : IntakeDraft.Read(stored, out _);
        if (draft is not null && Dialog.Correct(draft, correction.Before, turn.Text) is { } corrected)
        {
            await KeepAndAskAsync(turn, corrected, stop);
        }
        else if (!correction.IsRemoval)
        {
            await suggestions.CorrectAsync(correction.Before, turn.Text, turn.Actor, stop);
        }
    }

    /// <summary>A button of the dialog was pressed.</summary>
    public Task PressAsync(Turn turn, IntakeDraft draft, IntakeInput input, CancellationToken stop) =>
        KeepAndAskAsync(turn, Dialog.Next(draft, input), stop);

    /// <summary>"cancel", "back", "start over", whether or not a dialog runs.</summary>
    public async Task SteerAsync(CommandKind kind, Turn turn, Draft? stored, CancellationToken stop)
    {
        if (stored is null || IntakeDraft.Read(stored, out _) is not { } draft)
        {
            speaker.Say(turn.Here, "intake.nothing_running");
            return;
        }

        if (kind is CommandKind.Cancel)
        {
            await CancelAsync(turn, stop);
            return;
        }

        await KeepAndAskAsync(turn, Dialog.Next(draft, kind is CommandKind.Back ? new IntakeInput.Back() : new IntakeInput.StartOver()), stop);
    }

    public async Task CancelAsync(Turn turn, CancellationToken stop)
    {
        await drafts.RemoveAsync(turn.Actor, stop);
        speaker.Say(turn.Here, "intake.cancelled");
    }

    /// <summary>Asks the open question again; false if there is none.</summary>
    public async Task<bool> AskAgainAsync(Turn turn, Draft stored, CancellationToken stop)
    {
        if (IntakeDraft.Read(stored, out _) is not { } draft)
        {
            return false;
        }

        speaker.Say(turn.Here, "intake.where_were_we");
        await KeepAndAskAsync(turn, draft, stop);
        return true;
    }

    /// <summary>Files the ticket; the draft is gone in the same commit.</summary>
    public async Task<Outcome<Ticket>> FileAsync(Turn turn, IntakeDraft draft, CancellationToken stop)
    {
        var filed = await file.RunAsync(Dialog.Command(draft, turn.Actor.Person!.Value), turn.Actor, stop);
        if (filed.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
            return filed;
        }

        await drafts.RemoveAsync(turn.Actor, stop);
        if (draft.Suggestion is { } suggestion)
        {
            await suggestions.LinkAsync(suggestion, filed.Value.Id, turn.Actor, stop);
        }

        return filed;
    }

    private async Task KeepAndAskAsync(Turn turn, IntakeDraft draft, CancellationToken stop)
    {
        await drafts.PutAsync(turn.Actor, draft.ToDraft(), stop);
        speaker.Say(turn.Here, CardsFor(turn.Language).Question(draft));
    }
}
