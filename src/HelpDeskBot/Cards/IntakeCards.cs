using System.Globalization;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Dialogs;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>The questions of the intake dialog.</summary>
internal sealed class IntakeCards(IReadOnlyList<Category> categories, Words words)
{
    private const int DescriptionShown = 1500;

    /// <summary>The question of the draft's step; null where it is asked in plain words.</summary>
    public Message Question(IntakeDraft draft) => draft.Step switch
    {
        IntakeStep.Describe => new Line(draft.IsRequest ? "intake.describe_request" : "intake.describe"),
        IntakeStep.Category => Choice(draft, "intake.category", CategoryButtons(draft)),
        IntakeStep.Impact => Choice(draft, "intake.impact", ImpactButtons(draft)),
        IntakeStep.Urgency => Choice(draft, "intake.urgency", UrgencyButtons(draft)),
        _ => Summary(draft),
    };

    /// <summary>What the question becomes once it is answered.</summary>
    public DataCard Answered(IntakeStep step, IntakeDraft after) => step switch
    {
        IntakeStep.Category => AnsweredCard.Of(words["intake.category"], NameOf(after.Category)),
        IntakeStep.Impact => AnsweredCard.Of(words["intake.impact"], words[$"impact.{after.Impact}"]),
        IntakeStep.Urgency => AnsweredCard.Of(words["intake.urgency"], words[$"urgency.{after.Urgency}"]),
        _ => AnsweredCard.Of(words["intake.summary"], after.Subject),
    };

    public DataCard EditForm(IntakeDraft draft, Guid nonce, string? error) => CardData.Card("form-intake", new
    {
        title = words["intake.edit_title"],
        error = error ?? "",
        subject = draft.Subject,
        description = draft.Description,
        @for = draft.For?.Name ?? "",
        category = draft.Category,
        type = draft.Type.ToString(),
        impact = draft.Impact?.ToString(),
        urgency = draft.Urgency?.ToString(),
        categories = categories.Select(category => new { title = category.NameIn(words.Language), value = category.Id }),
        types = Enum.GetNames<TicketType>().Select(name => new { title = words[$"type.{name}"], value = name }),
        impacts = Enum.GetNames<Impact>().Select(name => new { title = words[$"impact.{name}"], value = name }),
        urgencies = Enum.GetNames<Urgency>().Select(name => new { title = words[$"urgency.{name}"], value = name }),
        submit = new Button(words["intake.save"], Verbs.IntakeEdit, new { draft = draft.Id, key = Keys.OfForm(nonce) }).Primary(),
    });

    private DataCard Choice(IntakeDraft draft, string question, IEnumerable<Button> buttons) => CardData.Card("choice", new
    {
        subject = draft.Subject,
        question = draft.Step is IntakeStep.Category && draft.Proposed is { } proposed
            ? words.Format("intake.category_proposed", ("category", NameOf(proposed)))
            : words[question],
        reason = draft.Step is IntakeStep.Category ? Because(draft) : "",
        buttons,
        navigation = new[] { Navigation(draft, "intake.back", Verbs.IntakeBack), Navigation(draft, "intake.cancel", Verbs.IntakeCancel) },
    });

    private DataCard Summary(IntakeDraft draft) => CardData.Card("intake-summary", new
    {
        subject = draft.Subject,
        description = CardData.Description(draft.Subject, draft.Description, DescriptionShown),
        facts = Facts(draft).ToArray(),
        buttons = new[]
        {
            new Button(words["intake.file"], Verbs.IntakeFile, new { draft = draft.Id, turn = draft.Turn, key = Key(draft, "file") }).Primary(),
            new Button(words["intake.edit"], Verbs.IntakeEditForm, new { draft = draft.Id }),
        },
        navigation = new[] { Navigation(draft, "intake.back", Verbs.IntakeBack), Navigation(draft, "intake.cancel", Verbs.IntakeCancel) },
    });

    private IEnumerable<object> Facts(IntakeDraft draft)
    {
        if (draft.For is { } beneficiary)
        {
            yield return new { title = words["intake.for"], value = beneficiary.Name };
        }

        yield return new { title = words["ticket.category"], value = NameOf(draft.Category) };
        if (draft.IsCertain && draft.Category == draft.Proposed && Because(draft) is { Length: > 0 } reason)
        {
            yield return new { title = "", value = reason };
        }

        yield return new { title = words["ticket.type"], value = words[$"type.{draft.Type}"] };
        yield return new { title = words["ticket.impact"], value = words[$"impact.{draft.Impact}"] };
        yield return new { title = words["ticket.urgency"], value = words[$"urgency.{draft.Urgency}"] };
        if (draft.Files.Count > 0)
        {
            var count = draft.Files.Count.ToString(CultureInfo.InvariantCulture);
            yield return new { title = words["ticket.files"], value = words.Format("ticket.file_count", ("count", count)) };
        }
    }

    private string Because(IntakeDraft draft) =>
        draft.Because.Count == 0 ? "" : words.Format("intake.because", ("words", string.Join(", ", draft.Because)));

    private IEnumerable<Button> CategoryButtons(IntakeDraft draft) => categories
        .OrderByDescending(category => category.Id == draft.Proposed)
        .Select(category =>
        {
            var data = new { draft = draft.Id, turn = draft.Turn, category = category.Id, key = Key(draft, category.Id) };
            var isProposed = category.Id == draft.Proposed;
            var name = category.NameIn(words.Language);
            var title = isProposed ? words.Format("intake.category_yes", ("category", name)) : name;
            var button = new Button(title, Verbs.IntakeCategory, data);
            return isProposed ? button.Primary() : button;
        });

    private IEnumerable<Button> ImpactButtons(IntakeDraft draft) => Enum.GetValues<Impact>().Select(impact => new Button(
        words[$"impact.{impact}"], Verbs.IntakeImpact, new { draft = draft.Id, turn = draft.Turn, impact, key = Key(draft, $"{impact}") }));

    private IEnumerable<Button> UrgencyButtons(IntakeDraft draft) => Enum.GetValues<Urgency>().Select(urgency => new Button(
        words[$"urgency.{urgency}"], Verbs.IntakeUrgency, new { draft = draft.Id, turn = draft.Turn, urgency, key = Key(draft, $"{urgency}") }));

    private Button Navigation(IntakeDraft draft, string key, string verb) =>
        new(words[key], verb, new { draft = draft.Id, turn = draft.Turn, key = Key(draft, verb) });

    private static string Key(IntakeDraft draft, string answer) => $"intake/{draft.Id:N}/{draft.Turn}/{answer}";

    private string NameOf(string? category) => categories.FirstOrDefault(known => known.Id == category)?.NameIn(words.Language) ?? "";
}
