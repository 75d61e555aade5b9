using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>What happened to a ticket, the newest first: when, who, what, and what changed by it.</summary>
internal sealed class HistoryCard(DeskSettings desk, Reader reader, Words words)
{
    private const int Most = 40;
    private const int TextShown = 200;

    public DataCard Of(HistoryView view) => CardData.Card("text", new
    {
        number = words.Format("history.title", ("ticket", view.Ticket.Id)),
        subject = view.Ticket.Subject,
        buttons = Array.Empty<Button>(),
        text = string.Join("\n\n", view.Steps.Reverse().Take(Most).Select(step => LinesOf(step, view)).Concat(Rest(view))),
    });

    private string[] Rest(HistoryView view) =>
        view.Steps.Count <= Most ? [] : [words.Format("history.earlier", ("count", view.Steps.Count - Most))];

    private string LinesOf(HistoryStep step, HistoryView view) => string.Join("\n",
    [
        string.Join(" · ", Times.At(step.Entry.At, view.Now, reader, words), step.Entry.By is { } by ? NameOf(by, view) : Actor.System.Name, words[$"history.act_{step.Entry.Act}"]),
        .. step.Before is { } before ? Changes(before, step.After, view) : [],
        .. TextOf(step.Entry),
    ]);

    private IEnumerable<string> Changes(Ticket before, Ticket after, HistoryView view)
    {
        (string Title, string From, string To)[] all =
        [
            ("history.status", words[$"status.{before.Status}"], words[$"status.{after.Status}"]),
            ("ticket.owner", OwnerOf(before, view), OwnerOf(after, view)),
            ("more.priority", $"{before.Priority}", $"{after.Priority}"),
            ("ticket.category", desk.CategoryOf(before).NameIn(words.Language), desk.CategoryOf(after).NameIn(words.Language)),
            ("ticket.queue", desk.Queue(before.Queue).Name, desk.Queue(after.Queue).Name),
            ("ticket.type", words[$"type.{before.Type}"], words[$"type.{after.Type}"]),
        ];
        return from change in all
               where change.From != change.To
               select $"{words[change.Title]}: {change.From} → {change.To}";
    }

    // The description stands on the card.
    private static IEnumerable<string> TextOf(TimelineEntry entry) =>
        entry.Act is Act.File || string.IsNullOrWhiteSpace(entry.Text) ? [] : [CardData.Cut(entry.Text.ReplaceLineEndings(" "), TextShown)];

    private string OwnerOf(Ticket ticket, HistoryView view) => ticket.Owner is { } owner ? NameOf(owner, view) : words["ticket.nobody_yet"];

    private static string NameOf(PersonId person, HistoryView view) => view.Names.GetValueOrDefault(person, person.Value);
}
