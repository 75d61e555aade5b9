using HelpDeskBot.Cards;
using HelpDeskBot.Dialogs;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>Reads a typed answer to a question that has buttons: the words of a button, its number, or yes.</summary>
internal abstract record TypedChoice
{
    internal sealed record Input(IntakeInput Value) : TypedChoice;

    /// <summary>"File it", typed.</summary>
    internal sealed record Files : TypedChoice;

    public static TypedChoice Of(IntakeDraft draft, Turn turn, IReadOnlyList<Category> categories, IReadOnlyList<Words> languages)
    {
        var said = turn.Text.Trim();
        if (turn.Files.Count == 0 && Choice(draft, said, categories, languages) is { } choice)
        {
            return choice;
        }

        return new Input(new IntakeInput.Said(turn.Text, turn.Files));
    }

    private static TypedChoice? Choice(IntakeDraft draft, string said, IReadOnlyList<Category> categories, IReadOnlyList<Words> languages) => draft.Step switch
    {
        IntakeStep.Category => Category(draft, said, categories, languages) is { } id ? new Input(new IntakeInput.PickedCategory(id)) : null,
        IntakeStep.Impact => Pick<Impact>(said, "impact", languages) is { } impact ? new Input(new IntakeInput.PickedImpact(impact)) : null,
        IntakeStep.Urgency => Pick<Urgency>(said, "urgency", languages) is { } urgency ? new Input(new IntakeInput.PickedUrgency(urgency)) : null,
        IntakeStep.Summary => IsYes(said, languages) || languages.Any(words => Same(said, words["intake.file"])) ? new Files() : null,
        _ => null,
    };

    private static string? Category(IntakeDraft draft, string said, IReadOnlyList<Category> categories, IReadOnlyList<Words> languages)
    {
        if (draft.Proposed is { } proposed && IsYes(said, languages))
        {
            return proposed;
        }

        var ordered = categories.OrderByDescending(category => category.Id == draft.Proposed).ToList();
        return NumberOf(said, ordered.Count) is { } number
            ? ordered[number - 1].Id
            : ordered.FirstOrDefault(category => Same(said, category.Name) || category.Names.Values.Any(name => Same(said, name)))?.Id;
    }

    private static T? Pick<T>(string said, string prefix, IReadOnlyList<Words> languages)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        if (NumberOf(said, values.Length) is { } number)
        {
            return values[number - 1];
        }

        foreach (var value in values)
        {
            if (languages.Any(words => Same(said, words[$"{prefix}.{value}"])))
            {
                return value;
            }
        }

        return null;
    }

    private static int? NumberOf(string said, int most) =>
        int.TryParse(said, out var number) && number >= 1 && number <= most ? number : null;

    private static bool IsYes(string said, IReadOnlyList<Words> languages) => languages.SelectMany(words => words["say.yes"].Split(',')).Any(form => Same(said, form));

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}
