using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Dialogs;

/// <summary>What a person gives the intake dialog.</summary>
internal abstract record IntakeInput
{
    /// <summary>They typed something, or sent files.</summary>
    internal sealed record Said(string Text, IReadOnlyList<AttachmentId> Files) : IntakeInput;

    internal sealed record PickedCategory(string Id) : IntakeInput;

    internal sealed record PickedImpact(Impact Impact) : IntakeInput;

    internal sealed record PickedUrgency(Urgency Urgency) : IntakeInput;

    /// <summary>The summary was edited in its form.</summary>
    internal sealed record Edited(string Subject, string Description, string Category, Impact Impact, Urgency Urgency, Beneficiary? For) : IntakeInput
    {
        public TicketType Type { get; init; }
    }

    /// <summary>They said for whom it is.</summary>
    internal sealed record Named(Beneficiary For) : IntakeInput;

    internal sealed record Back : IntakeInput;

    internal sealed record StartOver : IntakeInput;
}

/// <summary>What the words of a report point to.</summary>
internal sealed record IntakeGuess(CategoryGuess? Category, TicketType Type);

/// <summary>
/// Collects what a ticket needs: a pure function from a draft and what the person gave to the next draft, whose step is the next
/// question. It files nothing.
/// </summary>
internal sealed class Intake(IReadOnlyList<Category> categories, Func<string, IntakeGuess> guess)
{
    /// <summary>A new draft; with words it has a subject, a description and a proposal, and goes on to the category.</summary>
    public IntakeDraft Begin(Guid id, string text, IReadOnlyList<AttachmentId> files) =>
        Describe(new IntakeDraft(id, IntakeStep.Describe) { Files = files }, text);

    public IntakeDraft Next(IntakeDraft draft, IntakeInput input) => Advance(draft, input) with { Turn = draft.Turn + 1 };

    /// <summary>The draft with other words in the place of these; null if they are no part of it. Without any words left it asks again.</summary>
    public IntakeDraft? Correct(IntakeDraft draft, string before, string after)
    {
        if (PlaceOf(before, draft.Description) is not { } at)
        {
            return null;
        }

        var text = draft.Description.Remove(at, before.Length).Insert(at, after).Trim('\n');
        var begun = draft with { Turn = draft.Turn + 1 };
        if (string.IsNullOrWhiteSpace(text))
        {
            return begun with { Step = IntakeStep.Describe, Subject = "", Description = "" };
        }

        var isOwnSubject = draft.Subject != Filing.SubjectOf(FirstSentence(draft.Description));
        var corrected = begun with { Subject = isOwnSubject ? draft.Subject : Filing.SubjectOf(FirstSentence(text)), Description = text };
        return corrected.With(guess(text));
    }

    // Each message stands on lines of its own.
    private static int? PlaceOf(string words, string description)
    {
        for (var at = words.Length == 0 ? -1 : description.IndexOf(words, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + words.Length;
            if ((at == 0 || description[at - 1] == '\n') && (end == description.Length || description[end] == '\n'))
            {
                return at;
            }

            at = description.IndexOf(words, at + 1, StringComparison.Ordinal);
        }

        return null;
    }

    private IntakeDraft Advance(IntakeDraft draft, IntakeInput input) => input switch
    {
        IntakeInput.Said said => Listen(draft with { Files = [.. draft.Files, .. said.Files] }, said.Text),
        IntakeInput.PickedCategory picked => Ask(draft with { Category = picked.Id }),
        IntakeInput.PickedImpact picked => Ask(draft with { Impact = picked.Impact }),
        IntakeInput.PickedUrgency picked => Ask(draft with { Urgency = picked.Urgency }),
        IntakeInput.Edited edited => draft with
        {
            Step = IntakeStep.Summary,
            Subject = Filing.SubjectOf(edited.Subject),
            Description = Filing.DescriptionOf(edited.Subject, edited.Description),
            Category = edited.Category,
            Impact = edited.Impact,
            Urgency = edited.Urgency,
            Type = edited.Type,
            For = edited.For,
        },
        IntakeInput.Named named => draft with { For = named.For },
        IntakeInput.Back => Back(draft),
        _ => new IntakeDraft(draft.Id, IntakeStep.Describe) { Files = draft.Files, For = draft.For, IsRequest = draft.IsRequest },
    };

    // What is said while a choice is open belongs to the description: nothing a person types gets lost.
    private IntakeDraft Listen(IntakeDraft draft, string text)
    {
        if (draft.Step is IntakeStep.Describe)
        {
            return Describe(draft, text);
        }

        return text.Length == 0 ? draft : draft with { Description = draft.Description + "\n" + text };
    }

    private IntakeDraft Describe(IntakeDraft draft, string text) => string.IsNullOrWhiteSpace(text)
        ? draft
        : Ask(Guessed((draft with { Subject = Filing.SubjectOf(FirstSentence(text)), Description = text }).With(guess(text))));

    // What is certain is not asked; the summary says why, and it can be changed there.
    private static IntakeDraft Guessed(IntakeDraft draft) => draft.IsCertain ? draft with { Category = draft.Category ?? draft.Proposed } : draft;

    private static IntakeDraft Back(IntakeDraft draft) => draft.Step switch
    {
        IntakeStep.Summary => draft with { Step = IntakeStep.Urgency, Urgency = null },
        IntakeStep.Urgency => draft with { Step = IntakeStep.Impact, Impact = null },
        IntakeStep.Impact => draft with { Step = IntakeStep.Category, Category = null },
        _ => draft with { Step = IntakeStep.Describe },
    };

    // The first thing that is still unknown.
    private static IntakeDraft Ask(IntakeDraft draft) => draft with
    {
        Step = draft switch
        {
            { Category: null } => IntakeStep.Category,
            { Impact: null } => IntakeStep.Impact,
            { Urgency: null } => IntakeStep.Urgency,
            _ => IntakeStep.Summary,
        },
    };

    private static string FirstSentence(string text)
    {
        var line = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault("");
        var end = line.IndexOfAny(['.', '!', '?'], Math.Min(12, line.Length));
        return end > 0 && end + 1 < line.Length && line[end + 1] == ' ' ? line[..(end + 1)] : line;
    }

    /// <summary>What a finished draft asks the desk to file.</summary>
    public NewTicket Command(IntakeDraft draft, PersonId author)
    {
        var category = categories.First(category => category.Id == draft.Category);
        return new NewTicket(draft.For?.Id ?? author, category.Queue, draft.Subject, draft.Description)
        {
            Category = category.Id,
            Type = draft.Type,
            Impact = draft.Impact!.Value,
            Urgency = draft.Urgency!.Value,
            ArticlesShown = draft.ArticlesShown,
            ArticlesOpened = draft.ArticlesOpened,
            ArticlesRejected = draft.ArticlesRejected,
            Files = draft.Files,
        };
    }
}
