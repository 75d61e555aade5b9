using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>Keeps the best of the documents it is shown: a heap with the worst of them on top. Equal ones are ranked by key.</summary>
internal sealed class TopDocuments
{
    private (double Score, StoredDocument Document)[] _heap = new (double, StoredDocument)[16];
    private int _most;

    public int Count { get; private set; }

    /// <summary>What a document must score at least to be among them.</summary>
    public double Threshold => Count < _most ? 0 : _heap[0].Score;

    public void Clear(int most)
    {
        Array.Clear(_heap, 0, Count);
        (Count, _most) = (0, most);
    }

    public void Offer(double score, StoredDocument document)
    {
        if (Count < _most)
        {
            if (Count == _heap.Length)
            {
                Array.Resize(ref _heap, Count * 2);
            }

            _heap[Count] = (score, document);
            Rise(Count++);
        }
        else if (IsWorse(_heap[0], (score, document)))
        {
            _heap[0] = (score, document);
            Sink();
        }
    }

    /// <summary>Takes the worst away.</summary>
    public (double Score, StoredDocument Document) Take()
    {
        var worst = _heap[0];
        _heap[0] = _heap[--Count];
        _heap[Count] = default;
        Sink();
        return worst;
    }

    private void Rise(int at)
    {
        while (at > 0 && IsWorse(_heap[at], _heap[(at - 1) / 2]))
        {
            (_heap[at], _heap[(at - 1) / 2]) = (_heap[(at - 1) / 2], _heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Sink()
    {
        var at = 0;
        while (true)
        {
            var worst = at;
            for (var child = (2 * at) + 1; child <= (2 * at) + 2 && child < Count; child++)
            {
                worst = IsWorse(_heap[child], _heap[worst]) ? child : worst;
            }

            if (worst == at)
            {
                return;
            }

            (_heap[at], _heap[worst]) = (_heap[worst], _heap[at]);
            at = worst;
        }
    }

    private static bool IsWorse((double Score, StoredDocument Document) a, (double Score, StoredDocument Document) b) =>
        a.Score != b.Score ? a.Score < b.Score : string.CompareOrdinal(a.Document.Key, b.Document.Key) > 0;
}
