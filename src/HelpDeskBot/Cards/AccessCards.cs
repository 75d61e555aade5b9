using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>What admins see at the door of a private queue.</summary>
internal static class AccessCards
{
    /// <summary>The ticket is behind the door; a reason opens it.</summary>
    public static DataCard Closed(TicketId ticket, Words words) => CardData.Card("line", new
    {
        text = words.Format("refusal.ticket.private", ("ticket", ticket)),
        buttons = new[] { new Button(words["access.say_why"], Verbs.TicketLookForm, new { ticket }) },
    });

    public static DataCard Form(TicketId ticket, Guid nonce, Words words, string error = "") => CardData.Card("form-act", new
    {
        title = words.Format("access.form_title", ("ticket", ticket)),
        subject = "",
        hint = words["access.form_hint"],
        error,
        ticks = Array.Empty<object>(),
        choices = Array.Empty<object>(),
        texts = new[] { new FormText("reason", words["form.reason"], "", IsMultiline: true, MaxLength: 1000) },
        dates = Array.Empty<object>(),
        times = Array.Empty<object>(),
        submit = new Button(words["access.form_submit"], Verbs.TicketLook, new { ticket, nonce }).Primary(),
    });

    /// <summary>Who came to tickets of private queues, newest first.</summary>
    public static DataCard Visits(IReadOnlyList<AccessLine> lines, NodaTime.Instant now, Reader reader, Words words) => CardData.Card("text", new
    {
        number = "",
        subject = words["access.log_title"],
        buttons = Array.Empty<Button>(),
        text = lines.Count == 0 ? words["access.log_empty"] : string.Join("\n", lines.Select(line => LineOf(line, now, reader, words))),
    });

    private static string LineOf(AccessLine line, NodaTime.Instant now, Reader reader, Words words) => words.Format(
        line.Reason is null ? "access.log_refused" : "access.log_read",
        ("time", Times.At(line.At, now, reader, words)), ("name", line.Name), ("ticket", line.Ticket), ("queue", line.Queue), ("reason", line.Reason ?? ""));
}
