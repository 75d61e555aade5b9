using System.Collections.Concurrent;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Search;

namespace HelpDeskBot.Desk.Search;

/// <summary>Finds tickets by words: their subject, description and what was said in public. Held in memory, built at start, changed with them.</summary>
public sealed class TicketIndex
{
    private readonly SearchIndex _index = new(new EnglishAnalyzer(), new Dictionary<string, double>
    {
        ["subject"] = 3,
        ["description"] = 1,
        ["said"] = 1,
    });

    private readonly ConcurrentDictionary<string, TicketFacts> _facts = new(StringComparer.Ordinal);

    /// <summary>The best tickets for these words that the filter lets through, best first.</summary>
    internal IReadOnlyList<TicketId> Search(string words, int top, Func<TicketFacts, bool> filter) =>
    [
        .. _index.Search(words, top, key => _facts.TryGetValue(key, out var facts) && filter(facts)).Select(hit => TicketId.Parse(hit.Key, provider: null)),
    ];

    /// <summary>The version of the ticket that can be found; 0 if it cannot.</summary>
    internal int VersionOf(TicketId id) => _facts.TryGetValue(id.ToString(), out var facts) ? facts.Version : 0;

    internal void Put(Ticket ticket, IReadOnlyList<TimelineEntry> history)
    {
        var key = ticket.Id.ToString();
        _facts[key] = TicketFacts.Of(ticket);
        _index.Put(key, FieldsOf(ticket, history));
    }

    /// <summary>Makes the index hold exactly these tickets.</summary>
    internal void Replace(IReadOnlyCollection<(Ticket Ticket, IReadOnlyList<TimelineEntry> History)> tickets)
    {
        _facts.Clear();
        foreach (var (ticket, _) in tickets)
        {
            _facts[ticket.Id.ToString()] = TicketFacts.Of(ticket);
        }

        _index.Replace(tickets.Select(pair => (pair.Ticket.Id.ToString(), FieldsOf(pair.Ticket, pair.History))));
    }

    private static IReadOnlyDictionary<string, string> FieldsOf(Ticket ticket, IReadOnlyList<TimelineEntry> history) => new Dictionary<string, string>
    {
        ["subject"] = ticket.Subject,
        ["description"] = ticket.Description,
        ["said"] = string.Join('\n', Corrections.Standing(history).Where(entry => entry.IsPublic && entry.Act != Act.File).Select(entry => entry.Text)),
    };
}

/// <summary>What filters ask of a ticket.</summary>
internal sealed record TicketFacts(Status Status, PersonId? Owner, string Category, Priority Priority, QueueId Queue)
{
    public int Version { get; init; }

    public string Tags { get; init; } = "";

    public static TicketFacts Of(Ticket ticket) =>
        new(ticket.Status, ticket.Owner, ticket.Category, ticket.Priority, ticket.Queue) { Version = ticket.Version, Tags = ticket.Tags };
}
