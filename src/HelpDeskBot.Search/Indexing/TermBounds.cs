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
            if (schema[header.Field].BestValueCounts)
            {
                CountValue(header, terms);
            }
            else
            {
                foreach (var term in terms)
                {
                    Tallied(term).Occurrences += header.Occurrence;
                }
            }

            at += ValueHeader.Size + header.Length;
        }
    }

    private void CountValue(ValueHeader header, ReadOnlySpan<int> terms)
    {
        foreach (var term in terms)
        {
            Tallied(term).InValue += header.Occurrence;
        }

        var weight = schema[header.Field].Weight * header.Weight;
        foreach (var term in terms)
        {
            ref var tally = ref _tallies[term];
            var contribution = weight * Similarity.Saturate(tally.InValue);
            if (tally.Field != header.Field + 1)
            {
                (tally.Field, tally.OfField) = (header.Field + 1, 0); // values of a field stand together
            }

            if (contribution > tally.OfField)
            {
                tally.BestValues += contribution - tally.OfField;
                tally.OfField = contribution;
            }

            tally.InValue = 0;
        }
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
        public double InValue;
        public int Field;
        public double OfField;
        public double BestValues;
    }
}
