using System.Diagnostics;
using HelpDeskBot.Benchmarks.Sets;
using HelpDeskBot.Desk.Search;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Search;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Benchmarks.Engines;

/// <summary>Our engine, as the desk uses it: the same fields and the synonyms that come along, whatever the set.</summary>
internal sealed class OurEngine : IEngine
{
    private readonly SearchIndex _index = new(ArticleFields.All, Background.Everyday);
    private HashSet<string> _forAgents = [];
    private Query[] _queries = [];

    public OurEngine() =>
        _index.UseSynonyms(Synonyms.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "src/HelpDeskBot/knowledge/synonyms.txt"))));

    public string Name => "HelpDeskBot.Search";

    public TimeSpan Index(IReadOnlyList<SetDocument> documents) => Index(documents, learned: []);

    /// <param name="learned">Questions that were answered by a document, whose id is the key.</param>
    public TimeSpan Index(IReadOnlyList<SetDocument> documents, IReadOnlyCollection<(string Document, string Question)> learned)
    {
        _forAgents = [.. documents.Where(document => document.IsForAgents).Select(document => document.Id)];
        var questions = learned.ToLookup(pair => pair.Document, pair => pair.Question);
        var read = documents.Select(document => DocumentOf(document, questions[document.Id])).ToList();
        var start = Stopwatch.GetTimestamp();
        _index.Replace(read);
        return Stopwatch.GetElapsedTime(start);
    }

    public IReadOnlyList<string> Search(SetQuery query, int top) => [.. Find(query, top).ScoreDocs.Select(hit => hit.Key)];

    public TopDocs Find(SetQuery query, int top) =>
        _index.Search(new Query(query.Text), top, id => id != query.Id && (query.IsAgents || !_forAgents.Contains(id)));

    public Explanation? Explain(SetQuery query, string document) => _index.Explain(new Query(query.Text), document);

    public void Load(IReadOnlyList<string> queries) => _queries = [.. queries.Select(text => new Query(text))];

    public Timing Time(int threads, int top)
    {
        var took = new long[_queries.Length];
        var start = Stopwatch.GetTimestamp();
        var running = Enumerable.Range(0, threads).Select(first => new Thread(() => Run(first, threads, top, took))).ToList();
        running.ForEach(thread => thread.Start());
        running.ForEach(thread => thread.Join());
        var all = Stopwatch.GetElapsedTime(start);
        Array.Sort(took);
        return new Timing(took.Length, all, Ticks(took[took.Length / 2]), Ticks(took[(int)(took.Length * 0.99)]));
    }

    /// <summary>Bytes allocated for a query, on average over the loaded ones.</summary>
    public long Allocated(int top)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var query in _queries)
        {
            _index.Search(query, top);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / _queries.Length;
    }

    /// <summary>The time from changing a document to having found it by what was changed.</summary>
    public TimeSpan Edit(SetDocument document, string word)
    {
        var changed = DocumentOf(document, []);
        changed = changed with { Values = [.. changed.Values, new FieldValue(ArticleFields.Title, word)] };
        var start = Stopwatch.GetTimestamp();
        _index.Put(changed);
        var found = _index.Search(new Query(word), 1).ScoreDocs;
        var took = Stopwatch.GetElapsedTime(start);
        return found is [var hit] && hit.Key == document.Id ? took : throw new InvalidOperationException($"{document.Id} is not found by {word}");
    }

    public void Dispose()
    {
        // Nothing to give back.
    }

    private void Run(int first, int threads, int top, long[] took)
    {
        for (var at = first; at < took.Length; at += threads)
        {
            var start = Stopwatch.GetTimestamp();
            _index.Search(_queries[at], top);
            took[at] = Stopwatch.GetTimestamp() - start;
        }
    }

    private static TimeSpan Ticks(long ticks) => Stopwatch.GetElapsedTime(0, ticks);

    private static Document DocumentOf(SetDocument document, IEnumerable<string> questions) => new(document.Id,
    [
        .. document.Texts.SelectMany(text => text.Aliases.Select(alias => new FieldValue(ArticleFields.Aliases, alias))
            .Append(new(ArticleFields.Title, text.Title))
            .Append(new(ArticleFields.Tags, string.Join(' ', text.Tags)))
            .Append(new(ArticleFields.Body, text.Body))
            .Select(value => value with { Language = text.Language })),
        .. LearnedQuestion.ValuesOf(questions.Select(question => new LearnedQuestion(Guid.NewGuid(), new PersonId("somebody"), question, Language.Default))),
    ]);
}
