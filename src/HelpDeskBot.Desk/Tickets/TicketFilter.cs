using HelpDeskBot.Desk.Search;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>The filters of a query with its names resolved: the same ones for the index and for the database.</summary>
internal sealed record TicketFilter(TicketQuery Query, IReadOnlyList<PersonId>? Owners, IReadOnlyList<string>? Categories)
{
    private static readonly Status[] Open = [Status.New, Status.InProgress, Status.Waiting, Status.OnHold];

    public IReadOnlyList<QueueId> Queues { get; init; } = [];

    public bool Admits(TicketFacts facts) =>
        Queues.Contains(facts.Queue)
        && (!Query.IsOpen || Open.Contains(facts.Status))
        && (Query.Status is null || Query.Status == facts.Status)
        && (!Query.IsUnowned || facts.Owner is null)
        && (Owners is null || (facts.Owner is { } owner && Owners.Contains(owner)))
        && (Categories is null || Categories.Contains(facts.Category))
        && (Query.Tag is null || facts.Tags.Contains($" {Query.Tag} ", StringComparison.Ordinal))
        && (Query.Priority is null || Query.Priority == facts.Priority);

    public IQueryable<Ticket> On(IQueryable<Ticket> tickets)
    {
        var (queues, open) = (Queues.ToList(), Open);
        tickets = tickets.Where(ticket => queues.Contains(ticket.Queue) && (!Query.IsOpen || open.Contains(ticket.Status)));
        if (Query.Status is { } status)
        {
            tickets = tickets.Where(ticket => ticket.Status == status);
        }

        if (Query.IsUnowned)
        {
            tickets = tickets.Where(ticket => ticket.Owner == null);
        }

        if (Owners?.Select(owner => (PersonId?)owner).ToList() is { } owners)
        {
            tickets = tickets.Where(ticket => owners.Contains(ticket.Owner));
        }

        if (Categories?.ToList() is { } categories)
        {
            tickets = tickets.Where(ticket => categories.Contains(ticket.Category));
        }

        if (Query.Tag is { } tag)
        {
            var whole = $" {tag} ";
            tickets = tickets.Where(ticket => ticket.Tags.Contains(whole));
        }

        return Query.Priority is { } priority ? tickets.Where(ticket => ticket.Priority == priority) : tickets;
    }
}
