using System.Collections.Concurrent;
using HelpDeskBot.Search.Analysis;
using HelpDeskBot.Search.Indexing;
using HelpDeskBot.Search.Searching;

namespace HelpDeskBot.Search;

/// <summary>
/// A full-text index in memory: documents of several fields, in English and German. Readers work on an immutable snapshot and never wait; an edit is
/// findable as soon as the call that made it returns. All members may be called from any thread.
/// </summary>
public sealed class SearchIndex
{
    private readonly Lock _writing = new();
    private readonly ConcurrentQueue<Searcher> _idle = [];
    private readonly Schema _schema;
    private readonly IReadOnlyList<Analyzer> _analyzers;
    private readonly Background _background;
    private IndexWriter _writer;
    private Synonyms _synonyms = Synonyms.None;
    private volatile Snapshot _snapshot;

    /// <param name="fields">What documents consist of.</param>
    /// <param name="background">How usual words are elsewhere; null: nothing is known of it.</param>
    public SearchIndex(IReadOnlyList<FieldSettings> fields, Background? background = null)
        : this(fields, [new EnglishAnalyzer(), new GermanAnalyzer()], background)
    {
    }

    internal SearchIndex(IReadOnlyList<FieldSettings> fields, IReadOnlyList<Analyzer> analyzers, Background? background = null)
    {
        (_schema, _analyzers, _background) = (new Schema(fields), analyzers, background ?? Background.None);
        _writer = new IndexWriter(_schema, _analyzers);
        _snapshot = _writer.Current;
    }

    /// <summary>How many documents there are.</summary>
    public int Count => _snapshot.Count;

    /// <summary>Adds a document, or replaces the one of this key.</summary>
    public void Put(Document document) => Write(writer => writer.Put(document));

    /// <summary>Takes a document away, if it is there.</summary>
    public void Remove(string key) => Write(writer => writer.Remove(key));

    /// <summary>What people also call things. Counts from the next search.</summary>
    public void UseSynonyms(Synonyms synonyms) => Write(writer =>
    {
        _synonyms = synonyms;
        writer.Use(synonyms);
    });

    /// <summary>Makes the index hold exactly these documents; readers see the old ones or the new ones, never a mixture.</summary>
    public void Replace(IEnumerable<Document> documents)
    {
        var writer = new IndexWriter(_schema, _analyzers);
        writer.AddAll(documents);
        Write(_ =>
        {
            writer.Use(_synonyms);
            _writer = writer;
        });
    }

    /// <summary>
    /// The best documents for a query, best first, equal ones by key. <paramref name="filter"/> decides by key, inside the search, which documents may be found.
    /// </summary>
    public TopDocs Search(Query query, int top, Func<string, bool>? filter = null) => Read(query, (searcher, snapshot) =>
    {
        searcher.Search(snapshot, Math.Max(0, top), filter);
        return Results.Of(searcher);
    });

    /// <summary>Why a document is found by a query, or is not; null if there is no such document.</summary>
    public Explanation? Explain(Query query, string key) => Read(query, (searcher, snapshot) =>
        snapshot.Documents.FirstOrDefault(document => document.Key == key) is { } document
            ? Explainer.Explain(document, query, searcher, _schema, snapshot.Lexicon.Terms)
            : null);

    /// <summary>
    /// The part of a text, of a document or any other, that shows best why a query finds it: about <paramref name="length"/> characters.
    /// </summary>
    /// <param name="language">Code of the text's language.</param>
    public Passage BestPassage(string text, Query query, string? language = null, int length = 200) => Read(query, (searcher, snapshot) =>
        Passages.Best(text, Hits.In(text, snapshot.Lexicon.Of(language), snapshot.Lexicon.Terms, searcher.Plan), length));

    private void Write(Action<IndexWriter> change)
    {
        lock (_writing)
        {
            change(_writer);
            _snapshot = _writer.Current;
        }
    }

    private T Read<T>(Query query, Func<Searcher, Snapshot, T> read)
    {
        var snapshot = _snapshot;
        var searcher = _idle.TryDequeue(out var idle) ? idle : new Searcher(_schema);
        QueryPlanner.Plan(query, snapshot, _background, searcher.Plan);
        var result = read(searcher, snapshot);
        _idle.Enqueue(searcher);
        return result;
    }
}
