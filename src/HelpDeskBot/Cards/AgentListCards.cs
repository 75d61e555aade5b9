using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>Lists of tickets for agents: compact, with the time each is due.</summary>
internal static class AgentListCards
{
    private const int SubjectShown = 90;
    private const int SolutionShown = 400;

    public static DataCard List(TicketQuery query, TicketPage page, Reader reader, Words words) => CardData.Card("ticket-list", new
    {
        title = page.Tickets.Count == 0 ? words["lists.none"] : words.Format("lists.title", ("from", First(page)), ("to", First(page) + page.Tickets.Count - 1)),
        tickets = page.Tickets.Select(listed => new
        {
            number = listed.Ticket.Id.ToString(),
            priority = listed.Ticket.Priority.ToString(),
            status = words[$"status.{listed.Ticket.Status}"],
            subject = CardData.Cut(listed.Ticket.Subject, SubjectShown),
            owner = listed.OwnerName ?? words["ticket.nobody_yet"],
            due = Due(listed, page, reader, words),
            buttons = new[] { new Button(words["my_tickets.open"], Verbs.TicketShow, new { ticket = listed.Ticket.Id }) },
        }),
        buttons = Buttons(query, page, words),
    });

    /// <summary>Tickets like this one: how they stand, or what solved them.</summary>
    public static DataCard Similar(TicketId ticket, IReadOnlyList<SimilarTicket> similar, Words words) => CardData.Card("ticket-list", new
    {
        title = words.Format(similar.Count == 0 ? "lists.nothing_similar" : "lists.similar", ("ticket", ticket)),
        tickets = similar.Select(other => new
        {
            number = other.Ticket.Id.ToString(),
            priority = words[other.IsAlmostSame ? "lists.almost_same" : "lists.like_it"],
            status = words[other.Ticket.Resolution is { } reason ? $"resolution.{reason}" : $"status.{other.Ticket.Status}"],
            subject = CardData.Cut(other.Ticket.Subject, SubjectShown),
            owner = CardData.Cut(other.Ticket.ResolutionText ?? "", SolutionShown),
            due = "",
            buttons = new[] { new Button(words["my_tickets.open"], Verbs.TicketShow, new { ticket = other.Ticket.Id }) },
        }),
        buttons = Array.Empty<Button>(),
    });

    private static int First(TicketPage page) => (page.Number * 10) + 1;

    private static Button[] Buttons(TicketQuery query, TicketPage page, Words words)
    {
        var buttons = new List<Button>();
        if (page.Number > 0)
        {
            buttons.Add(new Button(words["lists.back"], Verbs.ListPage, new { query, page = page.Number - 1 }));
        }

        if (page.HasMore)
        {
            buttons.Add(new Button(words["lists.next"], Verbs.ListPage, new { query, page = page.Number + 1 }));
        }

        if (page.Tickets.Count > 0)
        {
            buttons.Add(new Button(words["lists.select"], Verbs.ListSelectForm, new { tickets = page.Tickets.Select(listed => listed.Ticket.Id) }));
        }

        return [.. buttons];
    }

    // What is promised next: the first reply as long as it is owed, then the solution.
    private static string Due(ListedTicket listed, TicketPage page, Reader reader, Words words)
    {
        if (!listed.Ticket.Status.IsActive())
        {
            return "";
        }

        var (name, clock) = listed.Clock.Response is { DoneAt: null, DueAt: not null } response
            ? ("clock.response", response)
            : ("clock.resolution", listed.Clock.Resolution);
        return words.Format(
            "lists.due",
            ("name", words[name]),
            ("state", words[$"clock.{clock.StateAt(page.Now)}"]),
            ("due", clock.DueAt is { } due ? Times.At(due, page.Now, reader, words) : ""));
    }
}
