using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Finds what people asked with no good answer, the same questions counted together, for whoever writes articles.</summary>
public sealed class FindGaps(HelpDeskDb db, ArticleIndex index, DeskSettingsStore settings, BusinessClock clock)
{
    private const int MostQuestions = 2000;
    private const int MostSamples = 3;
    private static readonly Duration Window = Duration.FromDays(90);

    /// <summary>The gaps, the one most people have first.</summary>
    public async Task<Outcome<IReadOnlyList<Gap>>> RunAsync(Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("knowledge.not_allowed");
        }

        return await OrderedAsync(await ClustersAsync(actor, stop), stop);
    }

    /// <summary>One gap; refused if its questions are answered by now, or nobody is to write about them.</summary>
    public async Task<Outcome<Gap>> FindAsync(Guid id, Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("knowledge.not_allowed");
        }

        var cluster = (await ClustersAsync(actor, stop)).FirstOrDefault(rows => rows.Any(row => row.Id == id));
        return cluster is null ? new Refusal("knowledge.no_gap") : (await OrderedAsync([cluster], stop))[0];
    }

    /// <summary>Nobody is to write about the questions of this gap; gives back the gaps that are left.</summary>
    public async Task<Outcome<IReadOnlyList<Gap>>> DismissAsync(Guid id, Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("knowledge.not_allowed");
        }

        var clusters = await ClustersAsync(actor, stop);
        if (clusters.FirstOrDefault(rows => rows.Any(row => row.Id == id)) is not { } dismissed)
        {
            return new Refusal("knowledge.no_gap");
        }

        foreach (var row in dismissed)
        {
            row.IsNoGap = true;
            row.Version++;
        }

        return await OrderedAsync([.. clusters.Where(cluster => cluster != dismissed)], stop);
    }

    private async Task<IReadOnlyList<IReadOnlyList<SuggestionRow>>> ClustersAsync(Actor actor, CancellationToken stop)
    {
        var open = (await AskedAsync(actor, stop)).Where(row => !IsAnsweredNow(row)).ToList();
        var clusters = TextClusters.Of([.. open.Select(row => Analyzers.WordsOf(row.Question, row.Language))]);
        return [.. clusters.Select(members => members.Select(member => open[member]).ToList())];
    }

    // What became a ticket behind a private queue's door stays there.
    private async Task<List<SuggestionRow>> AskedAsync(Actor actor, CancellationToken stop)
    {
        var since = clock.Now - Window;
        var sure = ArticleIndex.SureFrom;
        var closed = settings.Current.Queues.Select(queue => queue.Id).Where(queue => !TicketAccess.ReadsQueue(actor, queue)).ToList();
        return await db.Suggestions.AsTracking().Include(row => row.Articles)
            .Where(row => row.At >= since && !row.IsNoGap && (row.Ticket != null || row.FalseTicket != null || (row.Outcome != SuggestionOutcome.Solved && row.Articles.All(article => article.Confidence < sure))))
            .Where(row => !db.Tickets.Any(ticket => (ticket.Id == row.Ticket || ticket.Id == row.FalseTicket) && closed.Contains(ticket.Queue)))
            .OrderByDescending(row => row.At)
            .Take(MostQuestions)
            .ToListAsync(stop);
    }

    // What was offered then did not help; what is there since may.
    private bool IsAnsweredNow(SuggestionRow row) =>
        index.Answer(row.Question, reader: null, top: 1, row.Language, row.Articles.Select(tried => tried.Slug).ToHashSet(StringComparer.Ordinal))
            is { IsUnsure: false, Articles.Count: > 0 };

    private async Task<List<Gap>> OrderedAsync(IReadOnlyList<IReadOnlyList<SuggestionRow>> clusters, CancellationToken stop)
    {
        var asked = clusters.SelectMany(rows => rows).Select(row => row.Person).Distinct().ToList();
        var names = await db.People.Where(person => asked.Contains(person.Id)).Select(person => person.Name).ToListAsync(stop);
        return
        [
            .. clusters.Select(rows => GapOf(rows, names))
                .OrderByDescending(gap => gap.People).ThenByDescending(gap => gap.Questions).ThenByDescending(gap => gap.LastAt),
        ];
    }

    private static Gap GapOf(IReadOnlyList<SuggestionRow> rows, IReadOnlyList<string> names) => new(rows.MinBy(row => row.At)!.Id)
    {
        Questions = rows.Count,
        People = rows.Select(row => row.Person).Distinct().Count(),
        Tickets = rows.Count(row => row.Ticket is not null || row.FalseTicket is not null),
        LastAt = rows.Max(row => row.At),
        Language = rows.CountBy(row => row.Language, StringComparer.Ordinal).MaxBy(count => count.Value).Key,
        Samples = [.. rows.Select(row => Masking.Of(row.Question, names)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostSamples)],
    };
}
