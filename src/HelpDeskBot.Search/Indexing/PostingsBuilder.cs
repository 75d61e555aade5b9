namespace HelpDeskBot.Search.Indexing;

/// <summary>Collects the postings of many documents, which come in ascending order.</summary>
internal sealed class PostingsBuilder
{
    private List[] _lists = new List[1024];
    private int _count;

    public void Add(int document, List<(int Term, int Bound)> bounds)
    {
        foreach (var (term, bound) in bounds)
        {
            if (term >= _lists.Length)
            {
                Array.Resize(ref _lists, Math.Max(term + 1, _lists.Length * 2));
            }

            _count = Math.Max(_count, term + 1);
            _lists[term].Add(Postings.Entry(document, bound));
        }
    }

    public ChunkedArray<Postings> Build()
    {
        var postings = new ChunkedArray<Postings>.Builder(ChunkedArray<Postings>.Empty);
        for (var term = 0; term < _count; term++)
        {
            postings[term] = _lists[term].Count > 0 ? Postings.Of(_lists[term].Entries) : null;
            _lists[term] = default;
        }

        return postings.Build();
    }

    private struct List
    {
        private uint[]? _entries;

        public int Count { get; private set; }

        public readonly ReadOnlySpan<uint> Entries => _entries.AsSpan(0, Count);

        public void Add(uint entry)
        {
            if (_entries is null || Count == _entries.Length)
            {
                Array.Resize(ref _entries, Math.Max(4, Count * 2));
            }

            _entries[Count++] = entry;
        }
    }
}
