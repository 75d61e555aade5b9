using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>A ticket about something like another one.</summary>
/// <param name="IsAlmostSame">Most of its words are the same: more likely the same problem than not.</param>
public sealed record SimilarTicket(Ticket Ticket, bool IsAlmostSame);

/// <summary>Finds tickets like one: open ones, which may be the same trouble reported twice, and solved ones, for agents who wonder how.</summary>
public sealed class FindSimilar(TicketGate gate, TicketRecords records, TicketIndex index, DeskSettingsStore settings)
{
    private const int Most = 3;
    private const int Looked = 15;
    private const int LongestQuestion = 1000;

    // What shares a word or two is about something else more often than not.
    private const int FewestShared = 3;
    private const double LeastShare = 0.4;
    private const double AlmostSame = 0.75;

    private static readonly Status[] Ended = [Status.Resolved, Status.Closed];
    private static readonly ResolutionReason[] Solved = [ResolutionReason.Solved, ResolutionReason.Workaround];

    /// <summary>At most three open ones, then at most three solved ones, the most similar first; only of queues this actor reads.</summary>
    /// <param name="room">The queue in whose agent channel it is asked, if not in the person's own chat.</param>
    public async Task<Outcome<IReadOnlyList<SimilarTicket>>> RunAsync(TicketId id, Actor actor, QueueId? room, CancellationToken stop)
    {
        var found = await gate.FindAsync(id, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var ticket = found.Value;
        if (!TicketAccess.ReadsQueue(actor, ticket.Queue))
        {
            return new Refusal("act.agents_only");
        }

        var desk = settings.Current;
        var language = desk.Queue(ticket.Queue).Language;
        var words = Analyzers.WordsOf(QuestionOf(ticket), language);
        return (List<SimilarTicket>)
        [
            .. await ReadAsync(Found(status => !Ended.Contains(status) && status is not Status.Withdrawn), words, language, stop),
            .. await ReadAsync(Found(Ended.Contains), words, language, stop),
        ];

        IEnumerable<TicketId> Found(Func<Status, bool> counts) => index
            .Search(QuestionOf(ticket), Looked, facts => counts(facts.Status) && TicketAccess.ReadsQueue(actor, facts.Queue) && desk.Queue(facts.Queue).IsReadIn(room))
            .Where(other => other != ticket.Id);
    }

    private async Task<IReadOnlyList<SimilarTicket>> ReadAsync(
        IEnumerable<TicketId> candidates, IReadOnlySet<string> words, string language, CancellationToken stop)
    {
        var similar = new List<SimilarTicket>();
        foreach (var candidate in candidates)
        {
            if (similar.Count < Most && await records.FindAsync(candidate, stop) is { } other && (other.Resolution is not { } reason || Solved.Contains(reason))
                && Analyzers.WordsOf(QuestionOf(other), language).Count(words.Contains) is var shared && shared >= FewestShared && shared >= LeastShare * words.Count)
            {
                similar.Add(new SimilarTicket(other, shared >= AlmostSame * words.Count));
            }
        }

        return [.. similar.OrderByDescending(other => other.IsAlmostSame)];
    }

    private static string QuestionOf(Ticket ticket) => ticket.Description.Length <= LongestQuestion ? ticket.Description : ticket.Description[..LongestQuestion];
}
