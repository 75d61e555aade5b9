using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>One answer that a form offers.</summary>
internal sealed record FormOption(string Title, string Value);

/// <summary>An input in which one of several answers is chosen. Drop-down lists show its titles as they are.</summary>
internal sealed record FormChoice(string Id, string Label, string Value, IEnumerable<FormOption> Options);

/// <summary>Something to be ticked. Its short title stands where Markdown is read; what people wrote stands beside it as they wrote it.</summary>
internal sealed record FormTick(string Id, string Title, string Text, bool IsTicked)
{
    public string Value => IsTicked ? "true" : "false";
}

/// <summary>An input in which something is written.</summary>
internal sealed record FormText(string Id, string Label, string Value, bool IsMultiline = false, int MaxLength = 40);

/// <summary>An input for a day or a time of day.</summary>
internal sealed record FormMoment(string Id, string Label, string Value);

/// <summary>What a form asks, and what it says about itself.</summary>
internal sealed record FormFields(string Hint)
{
    public IReadOnlyList<FormTick> Ticks { get; init; } = [];

    public IReadOnlyList<FormChoice> Choices { get; init; } = [];

    public IReadOnlyList<FormText> Texts { get; init; } = [];

    public IReadOnlyList<FormMoment> Dates { get; init; } = [];

    public IReadOnlyList<FormMoment> Times { get; init; } = [];

    /// <summary>What the form shows, where that decides what the answer means.</summary>
    public string? Seen { get; init; }
}

/// <summary>What the list behind More offers to somebody.</summary>
internal sealed record MoreList(IReadOnlySet<Act> Allowed, bool ReadsNotes, bool MayDraft, bool HasMacros);

/// <summary>The forms of single acts, and the list they are opened from.</summary>
internal static class ActFormCards
{
    private static readonly (Act Act, string Title, string Verb)[] Listed =
    [
        (Act.Assign, "more.assign", Verbs.TicketAssignForm),
        (Act.AskHandOver, "more.hand_over", Verbs.TicketHandOverForm),
        (Act.SetPriority, "more.priority", Verbs.TicketPriorityForm),
        (Act.SetCategory, "more.category", Verbs.TicketCategoryForm),
        (Act.MoveQueue, "more.queue", Verbs.TicketMoveForm),
        (Act.Hold, "more.hold", Verbs.TicketHoldForm),
        (Act.NotARequest, "more.not_a_request", Verbs.TicketNotARequestForm),
        (Act.Merge, "more.merge", Verbs.TicketMergeForm),
        (Act.Split, "more.split", Verbs.TicketSplitForm),
        (Act.Check, "more.checklist", Verbs.TicketCheckForm),
        (Act.Tag, "more.tags", Verbs.TicketTagForm),
        (Act.LogTime, "more.log_time", Verbs.TicketLogTimeForm),
        (Act.Link, "more.link", Verbs.TicketLinkForm),
        (Act.Follow, "more.follow", Verbs.TicketFollowForm),
    ];

    /// <summary>The acts that have a form in the list.</summary>
    public static IEnumerable<Act> Acts => Listed.Select(known => known.Act);

    /// <summary>What else can be done, and read; each button opens its form.</summary>
    public static DataCard More(Ticket ticket, MoreList list, Words words) => CardData.Card("form-more", new
    {
        title = words.Format("form.more_title", ("ticket", ticket.Id)),
        subject = ticket.Subject,
        buttons = Listed.Where(known => list.Allowed.Contains(known.Act)).Select(known => (known.Title, known.Verb)).Concat(Others(list))
            .Select(known => new Button(words[known.Title], known.Verb, new { ticket = ticket.Id })),
    });

    private static IEnumerable<(string Title, string Verb)> Others(MoreList list)
    {
        if (list.MayDraft)
        {
            yield return ("ticket.draft_article", Verbs.TicketArticleForm);
        }

        if (list.ReadsNotes)
        {
            yield return ("more.similar", Verbs.TicketSimilarForm);
            yield return ("more.history", Verbs.TicketHistoryForm);
        }

        yield return ("more.due", Verbs.TicketDueForm);
        if (list.HasMacros && list.Allowed.Contains(Act.Tag))
        {
            yield return ("more.macros", Verbs.TicketMacrosForm);
        }
    }

    /// <summary>The form <paramref name="form"/>, which names its words (<c>form.hold_title</c>, …).</summary>
    public static DataCard Of(string form, string verb, Ticket ticket, Guid nonce, FormFields fields, Words words, string error = "") =>
        CardData.Card("form-act", new
        {
            title = words.Format($"form.{form}_title", ("ticket", ticket.Id)),
            subject = ticket.Subject,
            fields.Hint,
            error,
            fields.Ticks,
            fields.Choices,
            fields.Texts,
            fields.Dates,
            fields.Times,
            submit = new Button(words[$"form.{form}_submit"], verb, fields.Seen is { } seen ? new { ticket = ticket.Id, nonce, seen } : new { ticket = ticket.Id, nonce }).Primary(),
        });
}
