using System.Collections.Immutable;

namespace HelpDeskBot.Search;

/// <summary>How often each term occurs in a field, and how many terms it has.</summary>
internal sealed record IndexedField(IReadOnlyDictionary<string, int> Terms, int Length);

/// <summary>A document as it is indexed.</summary>
internal sealed record IndexedDocument(string Key, IReadOnlyDictionary<string, IndexedField> Fields);

/// <summary>How many terms a field has in all documents, and in how many documents it has any.</summary>
internal readonly record struct FieldTotal(long Length, int Documents)
{
    public double Average => (double)Length / Documents;

    public FieldTotal Plus(int length, int sign) => length == 0 ? this : new FieldTotal(Length + (sign * length), Documents + sign);
}

/// <summary>What a document scores.</summary>
internal struct Hit
{
    public double Score;
    public double Information;
    public int Terms;
}

/// <summary>
/// One state of the index. A change makes a new one that shares everything else with it: postings are immutable maps from term to the documents
/// that contain it, so an edit costs the terms of its document.
/// </summary>
internal sealed class Snapshot
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> _postings;
    private readonly ImmutableDictionary<string, FieldTotal> _totals;

    private Snapshot(
        ImmutableDictionary<string, IndexedDocument> documents,
        ImmutableDictionary<string, ImmutableHashSet<string>> postings,
        ImmutableDictionary<string, FieldTotal> totals) =>
        (Documents, _postings, _totals) = (documents, postings, totals);

    public static Snapshot Empty { get; } = new(
        ImmutableDictionary.Create<string, IndexedDocument>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ImmutableHashSet<string>>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, FieldTotal>(StringComparer.Ordinal));

    public ImmutableDictionary<string, IndexedDocument> Documents { get; }

    public static Snapshot Of(IEnumerable<IndexedDocument> documents) =>
        documents.Aggregate(Empty, (snapshot, document) => snapshot.With(document));

    public Snapshot With(IndexedDocument document)
    {
        var before = Without(document.Key);
        var postings = before._postings.ToBuilder();
        foreach (var term in TermsOf(document))
        {
            postings[term] = postings.GetValueOrDefault(term, ImmutableHashSet.Create<string>(StringComparer.Ordinal)).Add(document.Key);
        }

        return new Snapshot(before.Documents.Add(document.Key, document), postings.ToImmutable(), before.TotalsWith(document, sign: 1));
    }

    public Snapshot Without(string key)
    {
        if (!Documents.TryGetValue(key, out var document))
        {
            return this;
        }

        var postings = _postings.ToBuilder();
        foreach (var term in TermsOf(document))
        {
            var rest = postings[term].Remove(key);
            if (rest.IsEmpty)
            {
                postings.Remove(term);
            }
            else
            {
                postings[term] = rest;
            }
        }

        return new Snapshot(Documents.Remove(key), postings.ToImmutable(), TotalsWith(document, sign: -1));
    }

    public bool Contains(string term) => _postings.ContainsKey(term);

    /// <summary>How telling a term is; one that no document has tells most.</summary>
    public double Idf(string term)
    {
        var containing = _postings.TryGetValue(term, out var keys) ? keys.Count : 0;
        return Math.Log(1 + ((Documents.Count - containing + 0.5) / (containing + 0.5)));
    }

    /// <summary>Scores every document that contains any of the terms: the sum over fields of BM25 times the field's weight.</summary>
    public Dictionary<string, Hit> Score(IReadOnlyList<(string Term, double Idf)> terms, IReadOnlyDictionary<string, double> weights)
    {
        var hits = new Dictionary<string, Hit>(StringComparer.Ordinal);
        foreach (var (term, idf) in terms)
        {
            foreach (var key in _postings.GetValueOrDefault(term, []))
            {
                var hit = hits.GetValueOrDefault(key);
                hit.Score += idf * Frequency(Documents[key], term, weights);
                hit.Information += idf;
                hit.Terms++;
                hits[key] = hit;
            }
        }

        return hits;
    }

    private double Frequency(IndexedDocument document, string term, IReadOnlyDictionary<string, double> weights)
    {
        var sum = 0.0;
        foreach (var (name, field) in document.Fields)
        {
            if (field.Terms.TryGetValue(term, out var count))
            {
                var length = field.Length / _totals[name].Average;
                sum += weights[name] * count * (K1 + 1) / (count + (K1 * (1 - B + (B * length))));
            }
        }

        return sum;
    }

    private ImmutableDictionary<string, FieldTotal> TotalsWith(IndexedDocument document, int sign) => _totals.SetItems(
        document.Fields.Select(field => KeyValuePair.Create(field.Key, _totals.GetValueOrDefault(field.Key).Plus(field.Value.Length, sign))));

    private static IEnumerable<string> TermsOf(IndexedDocument document) =>
        document.Fields.Values.SelectMany(field => field.Terms.Keys).Distinct(StringComparer.Ordinal);
}
