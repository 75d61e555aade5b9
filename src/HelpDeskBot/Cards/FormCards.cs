using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>Forms opened for one person. A refused form comes back with what was typed and what is wrong.</summary>
internal static class FormCards
{
    /// <summary>The reasons that people choose from.</summary>
    public static readonly ResolutionReason[] Reasons =
        [ResolutionReason.Solved, ResolutionReason.Workaround, ResolutionReason.NotReproducible, ResolutionReason.WillNotDo];

    /// <summary>One text to write; <paramref name="form"/> names its words (<c>form.reply_title</c>, …).</summary>
    public static DataCard Text(string form, string verb, Ticket ticket, Guid nonce, Words words, string text = "", string error = "") =>
        CardData.Card("form-text", new
        {
            title = words.Format($"form.{form}_title", ("ticket", ticket.Id)),
            hint = words[$"form.{form}_hint"],
            label = words[$"form.{form}_label"],
            subject = ticket.Subject,
            text,
            error,
            submit = new Button(words[$"form.{form}_submit"], verb, new { ticket = ticket.Id, nonce }).Primary(),
        });

    /// <summary>Nothing to fill in: a text that another card cut.</summary>
    public static DataCard WholeText(Ticket ticket, string text) =>
        CardData.Card("text", new { number = ticket.Id.ToString(), subject = ticket.Subject, text });

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
