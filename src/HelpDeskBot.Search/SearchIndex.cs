namespace HelpDeskBot.Search;

/// <summary>A document that a query found.</summary>
/// <param name="Key">The document's key.</param>
/// <param name="Score">BM25, summed over fields by their weights; comparable within one query only.</param>
/// <param name="MatchedTerms">How many different terms of the query it contains.</param>
/// <param name="QueryTerms">How many different terms the query has.</param>
/// <param name="Coverage">The share, 0 to 1, of the query's information (summed inverse document frequency) that it contains.</param>
public sealed record ScoreDoc(string Key, double Score, int MatchedTerms, int QueryTerms, double Coverage);

/// <summary>
/// A full-text index in memory: documents of several fields, ranked by BM25. Readers work on an immutable snapshot and never wait; an edit is
/// findable as soon as the call that made it returns.
/// </summary>
public sealed class SearchIndex(IAnalyzer analyzer, IReadOnlyDictionary<string, double> fieldWeights)
{
    private const int MostTerms = 64;

    private readonly Lock _writing = new();
    private volatile Snapshot _snapshot = Snapshot.Empty;

    /// <summary>How many documents there are.</summary>
    public int Count => _snapshot.Documents.Count;

    /// <summary>Adds a document, or replaces the one of this key. Fields without a weight are not searched.</summary>
    public void Put(string key, IReadOnlyDictionary<string, string> fields)
    {
        var document = Read(key, fields);
        lock (_writing)
        {
            _snapshot = _snapshot.With(document);
        }
    }

    /// <summary>Takes a document away, if it is there.</summary>
    public void Remove(string key)
    {
        lock (_writing)
        {
            _snapshot = _snapshot.Without(key);
        }
    }

    /// <summary>Makes the index hold exactly these documents; readers see the old ones or the new ones, never a mixture.</summary>
    public void Replace(IEnumerable<(string Key, IReadOnlyDictionary<string, string> Fields)> documents)
    {
        var read = documents.Select(document => Read(document.Key, document.Fields)).ToList();
        lock (_writing)
        {
            _snapshot = Snapshot.Of(read);
        }
    }

    /// <summary>
    /// The best documents for a query, best first, equal ones by key. Nothing in the query is syntax; of very long ones the 64 most
    /// telling terms count, those that no document has last. <paramref name="filter"/> decides inside the search which documents may be found.
    /// </summary>
    public IReadOnlyList<ScoreDoc> Search(string query, int top, Func<string, bool>? filter = null)
    {
        var snapshot = _snapshot;
        var terms = TermsOf(query, snapshot);
        if (terms.Count == 0 || top <= 0)
        {
            return [];
        }

        var found = snapshot.Score(terms, fieldWeights);
        var information = terms.Sum(term => term.Idf);
        var best = new PriorityQueue<ScoreDoc, ScoreDoc>(Comparer<ScoreDoc>.Create(WorstFirst));
        foreach (var (key, hit) in found)
        {
            if (filter?.Invoke(key) == false)
            {
                continue;
            }

            var document = new ScoreDoc(key, hit.Score, hit.Terms, terms.Count, hit.Information / information);
            best.Enqueue(document, document);
            if (best.Count > top)
            {
                best.Dequeue();
            }
        }

        return [.. best.UnorderedItems.Select(item => item.Element).Order(Comparer<ScoreDoc>.Create((a, b) => WorstFirst(b, a)))];
    }

    private static int WorstFirst(ScoreDoc a, ScoreDoc b)
    {
        var byScore = a.Score.CompareTo(b.Score);
        return byScore != 0 ? byScore : string.CompareOrdinal(b.Key, a.Key);
    }

    private List<(string Term, double Idf)> TermsOf(string query, Snapshot snapshot) =>
    [
        .. analyzer.Analyze(query)
            .Select(token => token.Term)
            .Distinct(StringComparer.Ordinal)
            .Select(term => (Term: term, Idf: snapshot.Idf(term)))
            .OrderByDescending(term => snapshot.Contains(term.Term))
            .ThenByDescending(term => term.Idf)
            .ThenBy(term => term.Term, StringComparer.Ordinal)
            .Take(MostTerms),
    ];

    private IndexedDocument Read(string key, IReadOnlyDictionary<string, string> fields)
    {
        var counted = new Dictionary<string, IndexedField>(StringComparer.Ordinal);
        foreach (var (field, text) in fields)
        {
            if (fieldWeights.ContainsKey(field))
            {
                var terms = analyzer.Analyze(text).GroupBy(token => token.Term, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
                counted[field] = new IndexedField(terms, terms.Values.Sum());
            }
        }

        return new IndexedDocument(key, counted);
    }
}
