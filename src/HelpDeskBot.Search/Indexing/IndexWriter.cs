using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Search.Indexing;

/// <summary>Makes the next state of the index from the last. For one thread at a time; readers do not see it.</summary>
internal sealed class IndexWriter
{
    private readonly Schema _schema;
    private readonly Lexicon _lexicon;
    private readonly DocumentReader _reader;
    private readonly TermBounds _termBounds;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Stack<int> _free = [];
    private readonly List<(int Term, int Bound)> _bounds = [];
    private int _next;
    private int _withValues;

    public IndexWriter(Schema schema, IReadOnlyList<Analyzer> analyzers)
    {
        _schema = schema;
        _lexicon = new Lexicon(analyzers);
        _reader = new DocumentReader(schema, _lexicon);
        _termBounds = new TermBounds(schema);
        Current = new Snapshot(_lexicon, ChunkedArray<Postings>.Empty, ChunkedArray<StoredDocument>.Empty, 0);
    }

    public Snapshot Current { get; private set; }

    /// <summary>Adds documents to an empty index, which costs less than one by one. Of several with one key the last counts.</summary>
    public void AddAll(IEnumerable<Document> documents)
    {
        var stored = new ChunkedArray<StoredDocument>.Builder(Current.Documents);
        var lists = new PostingsBuilder();
        foreach (var document in Last(documents))
        {
            var (read, number) = (_reader.Read(document), NumberFor(document.Key));
            stored[number] = read;
            _withValues += read.HasValues(_schema) ? 1 : 0;
            _termBounds.Of(read, _lexicon.Terms.Count, _bounds);
            lists.Add(number, _bounds);
        }

        Publish(lists.Build(), stored.Build());
    }

    public void Use(Synonyms synonyms) => _lexicon.Use(synonyms);

    public void Put(Document document)
    {
        var (stored, postings) = (new ChunkedArray<StoredDocument>.Builder(Current.Documents), new ChunkedArray<Postings>.Builder(Current.Postings));
        if (_numbers.TryGetValue(document.Key, out var number))
        {
            Drop(stored[number]!, number, postings);
        }

        var (read, place) = (_reader.Read(document), NumberFor(document.Key));
        stored[place] = read;
        _withValues += read.HasValues(_schema) ? 1 : 0;
        _termBounds.Of(read, _lexicon.Terms.Count, _bounds);
        foreach (var (term, bound) in _bounds)
        {
            var entry = Postings.Entry(place, bound);
            postings[term] = postings[term]?.With(entry) ?? Postings.Of([entry]);
        }

        Publish(postings.Build(), stored.Build());
    }

    public void Remove(string key)
    {
        if (!_numbers.Remove(key, out var number))
        {
            return;
        }

        var (stored, postings) = (new ChunkedArray<StoredDocument>.Builder(Current.Documents), new ChunkedArray<Postings>.Builder(Current.Postings));
        Drop(stored[number]!, number, postings);
        stored[number] = null;
        _free.Push(number);
        Publish(postings.Build(), stored.Build());
    }

    private void Drop(StoredDocument document, int number, ChunkedArray<Postings>.Builder postings)
    {
        _withValues -= document.HasValues(_schema) ? 1 : 0;
        _termBounds.Of(document, _lexicon.Terms.Count, _bounds);
        foreach (var (term, _) in _bounds)
        {
            postings[term] = postings[term]!.Without(number);
        }
    }

    private void Publish(ChunkedArray<Postings> postings, ChunkedArray<StoredDocument> stored)
    {
        _lexicon.Publish();
        Current = new Snapshot(_lexicon, postings, stored, _numbers.Count) { HasValues = _withValues > 0 };
    }

    private int NumberFor(string key)
    {
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _free.Count > 0 ? _free.Pop() : _next++;
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Postings.MostDocuments);
            _numbers.Add(key, number);
        }

        return number;
    }

    private static IEnumerable<Document> Last(IEnumerable<Document> documents)
    {
        var byKey = new OrderedDictionary<string, Document>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            byKey[document.Key] = document;
        }

        return byKey.Values;
    }
}
