using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>What can be done with several tickets at once.</summary>
internal enum BulkAct
{
    Claim,
    TakeOver,
    Category,
    Resolve,
}

/// <summary>One act on several tickets, as a form carries it.</summary>
internal sealed record BulkWish(BulkAct Act, string Category, ResolutionReason Reason, string Text)
{
    public IReadOnlyList<TicketId> Tickets { get; init; } = [];
}

/// <summary>The form of a bulk act, its preview, and its results.</summary>
internal sealed class BulkCards(IReadOnlyList<Category> categories, Words words)
{
    private const int SubjectShown = 70;

    public DataCard Form(IReadOnlyList<Ticket> shown, BulkWish wish, string error = "") => CardData.Card("form-bulk", new
    {
        title = words["bulk.title"],
        error,
        ticks = shown.Select(ticket => new FormTick(ticket.Id.ToString(), HeadOf(ticket), SubjectOf(ticket), wish.Tickets.Contains(ticket.Id))),
        acts = Enum.GetNames<BulkAct>().Select(name => new { title = words[$"bulk.act_{name}"], value = name }),
        act = wish.Act.ToString(),
        categories = categories.Select(category => new { title = category.NameIn(words.Language), value = category.Id }),
        category = wish.Category.Length > 0 ? wish.Category : categories[0].Id,
        reasons = FormCards.Reasons.Select(known => new { title = words[$"resolution.{known}"], value = known.ToString() }),
        reason = wish.Reason.ToString(),
        text = wish.Text,
        submit = new Button(words["bulk.preview"], Verbs.BulkPreview, new { shown = shown.Select(ticket => ticket.Id) }).Primary(),
    });

    /// <summary>What will be done, with the one button that does it.</summary>
    public DataCard Preview(IReadOnlyList<Ticket> tickets, BulkWish wish, Guid nonce) => CardData.Card("bulk", new
    {
        title = words.Format("bulk.confirm", ("count", tickets.Count.ToString(words.Culture)), ("act", ActOf(wish))),
        text = wish.Act is BulkAct.Resolve ? wish.Text : "",
        lines = tickets.Select(ticket => new { line = LineOf(ticket) }),
        buttons = new[]
        {
            new Button(words["bulk.do"], Verbs.BulkRun, new { nonce, tickets = tickets.Select(ticket => ticket.Id), wish.Act, wish.Category, wish.Reason, wish.Text }).Primary(),
        },
    });

    /// <summary>One line for each ticket: done, or why not.</summary>
    public DataCard Results(IReadOnlyList<string> lines, BulkWish wish) => CardData.Card("bulk", new
    {
        title = ActOf(wish),
        text = "",
        lines = lines.Select(line => new { line }),
        buttons = Array.Empty<Button>(),
    });

    private string ActOf(BulkWish wish) => wish.Act switch
    {
        BulkAct.Category => words.Format("bulk.category_is", ("category", categories.FirstOrDefault(known => known.Id == wish.Category)?.NameIn(words.Language))),
        BulkAct.Resolve => words.Format("bulk.resolve_as", ("reason", words[$"resolution.{wish.Reason}"])),
        _ => words[$"bulk.act_{wish.Act}"],
    };

    private static string LineOf(Ticket ticket) => $"{HeadOf(ticket)} · {SubjectOf(ticket)}";

    private static string HeadOf(Ticket ticket) => $"{ticket.Id} · {ticket.Priority}";

    private static string SubjectOf(Ticket ticket) => CardData.Cut(ticket.Subject, SubjectShown);
}
