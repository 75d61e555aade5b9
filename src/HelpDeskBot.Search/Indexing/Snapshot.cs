namespace HelpDeskBot.Search.Indexing;

/// <summary>One state of the index. Never changes; a change makes another that shares most of its memory.</summary>
internal sealed class Snapshot(Lexicon lexicon, ChunkedArray<Postings> postings, ChunkedArray<StoredDocument> documents, int count)
{
    public Lexicon Lexicon => lexicon;

    /// <summary>The postings of each term.</summary>
    public ChunkedArray<Postings> Postings => postings;

    /// <summary>By number; numbers of removed documents are free until one takes them.</summary>
    public ChunkedArray<StoredDocument> Documents => documents;

    public int Count => count;

    /// <summary>Some document has values that count for themselves.</summary>
    public bool HasValues { get; init; }
}
