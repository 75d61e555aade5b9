namespace HelpDeskBot.Search.Indexing;

/// <summary>A term, or several of which one stands behind the other.</summary>
internal readonly struct Phrase
{
    private readonly int[]? _following;

    public Phrase(int term) => First = term;

    public Phrase(int[] terms) => (First, _following) = (terms[0], terms.Length > 1 ? terms[1..] : null);

    public int First { get; }

    public ReadOnlySpan<int> Following => _following;

    /// <summary>Whether it stands at the beginning of these terms, of which the first is right.</summary>
    public bool IsAtStartOf(ReadOnlySpan<int> terms) => _following is null || terms[1..].StartsWith(_following);

    public bool Equals(Phrase other) => First == other.First && Following.SequenceEqual(other.Following);
}
