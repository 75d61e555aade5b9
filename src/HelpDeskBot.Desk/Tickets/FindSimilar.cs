using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Finds tickets like one that were solved, for agents who wonder how.</summary>
public sealed class FindSimilar(TicketGate gate, TicketRecords records, TicketIndex index, DeskSettingsStore settings)
{
    private const int Most = 3;
    private const int Looked = 15;
    private const int LongestQuestion = 1000;

    // What shares a word or two is about something else more often than not.
    private const int FewestShared = 3;
    private const double LeastShare = 0.4;

    private static readonly Status[] Ended = [Status.Resolved, Status.Closed];
    private static readonly ResolutionReason[] Solved = [ResolutionReason.Solved, ResolutionReason.Workaround];

    /// <summary>At most three, the most similar first; only of queues this actor reads.</summary>
    /// <param name="room">The queue in whose agent channel it is asked, if not in the person's own chat.</param>
    public async Task<Outcome<IReadOnlyList<Ticket>>> RunAsync(TicketId id, Actor actor, QueueId? room, CancellationToken stop)
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
        var candidates = index.Search(
            QuestionOf(ticket), Looked,
            facts => Ended.Contains(facts.Status) && TicketAccess.ReadsQueue(actor, facts.Queue) && desk.Queue(facts.Queue).IsReadIn(room));
        return await BestAsync(ticket, words, candidates, language, stop);
    }

    private async Task<Outcome<IReadOnlyList<Ticket>>> BestAsync(
        Ticket ticket, IReadOnlySet<string> words, IEnumerable<TicketId> candidates, string language, CancellationToken stop)
    {
        var similar = new List<Ticket>();
        foreach (var candidate in candidates.Where(candidate => candidate != ticket.Id))
        {
            if (similar.Count < Most && await records.FindAsync(candidate, stop) is { Resolution: { } reason } other && Solved.Contains(reason)
                && Analyzers.WordsOf(QuestionOf(other), language).Count(words.Contains) is var shared && shared >= FewestShared && shared >= LeastShare * words.Count)
            {
                similar.Add(other);
            }
        }

        return similar;
    }

    private static string QuestionOf(Ticket ticket) => ticket.Description.Length <= LongestQuestion ? ticket.Description : ticket.Description[..LongestQuestion];
}
