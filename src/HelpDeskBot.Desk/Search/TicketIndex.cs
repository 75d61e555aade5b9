using System.Collections.Concurrent;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Search;

namespace HelpDeskBot.Desk.Search;

/// <summary>Finds tickets by words: their subject, description and what was said in public. Held in memory, built at start, changed with them.</summary>
public sealed class TicketIndex
{
    private readonly SearchIndex _index = new(ArticleFields.All);

    private readonly ConcurrentDictionary<string, TicketFacts> _facts = new(StringComparer.Ordinal);

    /// <summary>The best tickets for these words that the filter lets through, best first.</summary>
    internal IReadOnlyList<TicketId> Search(string words, int top, Func<TicketFacts, bool> filter) =>
    [
        .. _index.Search(new Query(words), top, key => _facts.TryGetValue(key, out var facts) && filter(facts)).ScoreDocs.Select(hit => TicketId.Parse(hit.Key, provider: null)),
    ];

    /// <summary>What people also call things.</summary>
    internal void Use(Synonyms synonyms) => _index.UseSynonyms(synonyms);

    /// <summary>The version of the ticket that can be found; 0 if it cannot.</summary>
    internal int VersionOf(TicketId id) => _facts.TryGetValue(id.ToString(), out var facts) ? facts.Version : 0;

    internal void Put(Ticket ticket, IReadOnlyList<TimelineEntry> history)
    {
        var key = ticket.Id.ToString();
        _facts[key] = TicketFacts.Of(ticket);
        _index.Put(DocumentOf(ticket, history));
    }

    /// <summary>Makes the index hold exactly these tickets.</summary>
    internal void Replace(IReadOnlyCollection<(Ticket Ticket, IReadOnlyList<TimelineEntry> History)> tickets)
    {
        _facts.Clear();
        foreach (var (ticket, _) in tickets)
        {
            _facts[ticket.Id.ToString()] = TicketFacts.Of(ticket);
        }

        _index.Replace(tickets.Select(pair => DocumentOf(pair.Ticket, pair.History)));
    }

    private static Document DocumentOf(Ticket ticket, IReadOnlyList<TimelineEntry> history) => new(ticket.Id.ToString(),
    [
        new(ArticleFields.Title, ticket.Subject),
        new(ArticleFields.Body, ticket.Description),
        new(ArticleFields.Body, string.Join('\n', Corrections.Standing(history).Where(entry => entry.IsPublic && entry.Act != Act.File).Select(entry => entry.Text))),
    ]);
}

/// <summary>What filters ask of a ticket.</summary>
internal sealed record TicketFacts(Status Status, PersonId? Owner, string Category, Priority Priority, QueueId Queue)
{
    public int Version { get; init; }

    public string Tags { get; init; } = "";

    public static TicketFacts Of(Ticket ticket) =>
        new(ticket.Status, ticket.Owner, ticket.Category, ticket.Priority, ticket.Queue) { Version = ticket.Version, Tags = ticket.Tags };
}
