using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>A form of one text: what is typed already, what is wrong with it, and the replies that can be filled in.</summary>
internal sealed record TextForm(Guid Nonce)
{
    public string Text { get; init; } = "";

    public string Error { get; init; } = "";

    public IReadOnlyList<CannedReply> Replies { get; init; } = [];

    public string Reply { get; init; } = "";
}

/// <summary>Forms opened for one person. A refused form comes back with what was typed and what is wrong.</summary>
internal static class FormCards
{
    /// <summary>The reasons that people choose from.</summary>
    public static readonly ResolutionReason[] Reasons =
        [ResolutionReason.Solved, ResolutionReason.Workaround, ResolutionReason.NotReproducible, ResolutionReason.WillNotDo];

    /// <summary>One text to write; <paramref name="form"/> names its words (<c>form.reply_title</c>, …).</summary>
    public static DataCard Text(
        string form, string verb, Ticket ticket, Words words, TextForm typed) =>
        CardData.Card("form-text", new
        {
            title = words.Format($"form.{form}_title", ("ticket", ticket.Id)),
            hint = words[$"form.{form}_hint"],
            label = words[$"form.{form}_label"],
            subject = ticket.Subject,
            typed.Text,
            typed.Error,
            canned = typed.Replies.Count == 0 ? [] : new[] { Canned(ticket, words, typed) },
            submit = new Button(words[$"form.{form}_submit"], verb, new { ticket = ticket.Id, typed.Nonce }).Primary(),
        });

    /// <summary>A message that is about to be reported.</summary>
    public static DataCard Report(Guid nonce, string text, IReadOnlyList<Guid> files, Words words, string error) =>
        CardData.Card("form-text", new
        {
            title = words["form.report_title"],
            hint = words["form.report_hint"],
            label = words["form.report_label"],
            subject = "",
            text,
            error,
            canned = Array.Empty<object>(),
            submit = new Button(words["form.report_submit"], Verbs.Report, new { nonce, files }).Primary(),
        });

    private static object Canned(Ticket ticket, Words words, TextForm typed) => new
    {
        label = words["form.canned_choice"],
        options = typed.Replies.Select(reply => new FormOption(reply.Name.In(words.Language), reply.Id)),
        chosen = typed.Reply,
        fill = new Button(words["form.canned_fill"], Verbs.TicketReplyFill, new { ticket = ticket.Id, typed.Nonce }),
    };

    /// <summary>Nothing to fill in: a text that another card cut, in parts that fit a card.</summary>
    public static DataCard WholeText(Ticket ticket, int entry, string text, int part, Words words)
    {
        var parts = CardData.Parts(text);
        var shown = Math.Clamp(part, 0, parts.Count - 1);
        return CardData.Card("text", new
        {
            number = parts.Count == 1 ? ticket.Id.ToString() : $"{ticket.Id} · {shown + 1}/{parts.Count}",
            subject = ticket.Subject,
            text = parts[shown],
            buttons = new[] { ("lists.back", shown - 1), ("lists.next", shown + 1) }
                .Where(step => step.Item2 >= 0 && step.Item2 < parts.Count)
                .Select(step => new Button(words[step.Item1], Verbs.TicketTextForm, new { ticket = ticket.Id, entry, part = step.Item2 })),
        });
    }

    public static DataCard Resolve(Ticket ticket, Guid nonce, int version, Words words, string? reason = null, string text = "", string error = "") =>
        CardData.Card("form-resolve", new
        {
            title = words.Format("form.resolve_title", ("ticket", ticket.Id)),
            subject = ticket.Subject,
            reasons = Reasons.Select(known => new { title = words[$"resolution.{known}"], value = known.ToString() }),
            reason = reason ?? nameof(ResolutionReason.Solved),
            text,
            error,
            submit = new Button(words["form.resolve_submit"], Verbs.TicketResolve, new { ticket = ticket.Id, version, nonce }).Primary(),
        });
}
