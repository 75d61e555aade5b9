namespace HelpDeskBot.Search.Indexing;

/// <summary>Finds the most that each term of a document can contribute to its score. For one writer at a time.</summary>
internal sealed class TermBounds(Schema schema)
{
    private readonly List<int> _terms = [];
    private Tally[] _tallies = new Tally[256];

    /// <summary>The different terms of a document with their bounds.</summary>
    public void Of(StoredDocument document, int termCount, List<(int Term, int Bound)> bounds)
    {
        if (_tallies.Length < termCount)
        {
            Array.Resize(ref _tallies, Math.Max(termCount, _tallies.Length * 2));
        }

        Count(document.Tokens);
        bounds.Clear();
        foreach (var term in _terms)
        {
            ref var tally = ref _tallies[term];
            var most = (Similarity.Saturate(tally.Occurrences) + tally.BestValues) / schema.MostOfTerm;
            bounds.Add((term, Math.Clamp((int)Math.Ceiling((most * Postings.HighestBound) + 1e-6), 1, Postings.HighestBound)));
            tally = default;
        }

        _terms.Clear();
    }

    private void Count(ReadOnlySpan<int> tokens)
    {
        for (var at = 0; at < tokens.Length;)
        {
            var header = ValueHeader.Read(tokens[at..]);
            var terms = tokens.Slice(at + ValueHeader.Size, header.Length);
            foreach (var term in terms)
            {
                Count(ref Tallied(term), header);
            }

            at += ValueHeader.Size + header.Length;
        }
    }

    // A value that has the term may consist of nothing else.
    private void Count(ref Tally tally, in ValueHeader header)
    {
        tally.Occurrences += header.Occurrence;
        if (tally.Field != header.Field + 1)
        {
            (tally.Field, tally.OfField) = (header.Field + 1, 0); // values of a field stand together
        }

        var most = schema[header.Field].BestValueWeight * header.Weight;
        tally.BestValues += Math.Max(0, most - tally.OfField);
        tally.OfField = Math.Max(tally.OfField, most);
    }

    private ref Tally Tallied(int term)
    {
        ref var tally = ref _tallies[term];
        if (!tally.IsSeen)
        {
            tally.IsSeen = true;
            _terms.Add(term);
        }

        return ref tally;
    }

    private struct Tally
    {
        public bool IsSeen;
        public double Occurrences;
        public int Field;
        public double OfField;
        public double BestValues;
    }
}
