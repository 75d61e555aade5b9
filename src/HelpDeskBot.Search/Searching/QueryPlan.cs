using System.Runtime.InteropServices;
using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>A word of the query: where it stands in the text, and where its folded letters are kept.</summary>
/// <param name="IsWhole">It stands for several words, which follow.</param>
internal readonly record struct QueryWord(int Start, int Length, int Letters, int LetterCount, bool IsWhole);

/// <summary>What a document should contain: any of several terms, of which the best counts.</summary>
internal struct PlannedGroup
{
    /// <summary>The word of the query that it comes from.</summary>
    public int Word;

    /// <summary>How much of the weight of its terms it has, above 0 to 1.</summary>
    public double Share;

    /// <summary>How telling it is.</summary>
    public double Weight;

    /// <summary>The share of the background's texts that have its word.</summary>
    public double Background;

    /// <summary>The share that the documents have of the most that a word can be to them.</summary>
    public double Own;

    /// <summary>Its terms: a chain while planning, in a row afterwards.</summary>
    public int FirstTerm;
    public int TermCount;
}

/// <summary>A term that counts for a group.</summary>
internal struct PlannedTerm
{
    public int Group;
    public Phrase Phrase;

    /// <summary>How far it counts, above 0 to 1.</summary>
    public double Factor;

    public MatchKind Kind;
    public Postings Postings;

    /// <summary>The next of the group while planning; -1: there is none.</summary>
    public int Next;
}

/// <summary>A term that the word of a group may stand for, whether or not documents have it.</summary>
internal readonly record struct Reading(int Group, int Term, double Factor);

/// <summary>Numbers in a row.</summary>
internal readonly record struct TermRange(int First, int Count)
{
    public Enumerator GetEnumerator() => new(First - 1, First + Count);

    public struct Enumerator(int before, int end)
    {
        private int _current = before;

        public readonly int Current => _current;

        public bool MoveNext() => ++_current < end;
    }
}

/// <summary>What to look for: groups of terms with weights, in the order of the query's words. Reused, so that a search allocates little.</summary>
internal sealed class QueryPlan
{
    private readonly List<PlannedTerm> _planned = [];
    private readonly List<PlannedTerm> _terms = [];
    private char[] _letters = new char[256];
    private int _letterCount;

    public List<QueryWord> Words { get; } = [];

    public List<PlannedGroup> Groups { get; } = [];

    public List<Reading> Readings { get; } = [];

    /// <summary>The terms of all groups, once the plan is complete.</summary>
    public Span<PlannedTerm> Terms => CollectionsMarshal.AsSpan(_terms);

    /// <summary>The folded letters of a word.</summary>
    public ReadOnlySpan<char> Letters(int word) => _letters.AsSpan(Words[word].Letters, Words[word].LetterCount);

    /// <summary>The folded letters of a word and the next, written together.</summary>
    public ReadOnlySpan<char> LettersWithNext(int word) =>
        _letters.AsSpan(Words[word].Letters, Words[word].LetterCount + Words[word + 1].LetterCount);

    public void Clear()
    {
        _letterCount = 0;
        _planned.Clear();
        _terms.Clear();
        Words.Clear();
        Groups.Clear();
        Readings.Clear();
    }

    public void AddWord(int start, int length, ReadOnlySpan<char> folded, bool isWhole)
    {
        if (_letterCount + folded.Length > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(_letterCount + folded.Length, _letters.Length * 2));
        }

        folded.CopyTo(_letters.AsSpan(_letterCount));
        Words.Add(new QueryWord(start, length, _letterCount, folded.Length, isWhole));
        _letterCount += folded.Length;
    }

    public int AddGroup(int word, double share = 1)
    {
        Groups.Add(new PlannedGroup { Word = word, Share = share, FirstTerm = -1 });
        return Groups.Count - 1;
    }

    /// <summary>Adds a term to a group, unless it has it.</summary>
    public void AddTerm(PlannedTerm added)
    {
        ref var group = ref CollectionsMarshal.AsSpan(Groups)[added.Group];
        for (var number = group.FirstTerm; number >= 0; number = _planned[number].Next)
        {
            if (_planned[number].Phrase.Equals(added.Phrase))
            {
                return;
            }
        }

        added.Next = group.FirstTerm;
        group.FirstTerm = _planned.Count;
        _planned.Add(added);
    }

    public bool HasTerms(int group) => Groups[group].FirstTerm >= 0;

    /// <summary>In how many documents the word of a group is; if in none, the most frequent of what else counts for it.</summary>
    public int DocumentsWith(PlannedGroup group)
    {
        var (word, other) = (0, 0);
        for (var number = group.FirstTerm; number >= 0; number = _planned[number].Next)
        {
            var term = _planned[number];
            var isWord = term.Kind is MatchKind.Word or MatchKind.Spelling;
            (word, other) = isWord ? (Math.Max(word, term.Postings.Count), other) : (word, Math.Max(other, term.Postings.Count));
        }

        return word > 0 ? word : other;
    }

    // What the word itself is to all documents together.
    private double SumOf(PlannedGroup group)
    {
        var most = 0.0;
        for (var number = group.FirstTerm; number >= 0; number = _planned[number].Next)
        {
            var term = _planned[number];
            most = term.Kind is MatchKind.Word or MatchKind.Spelling ? Math.Max(most, term.Postings.Sum) : most;
        }

        return most;
    }

    /// <summary>Weighs the groups and brings the terms of each together.</summary>
    public void Complete(int documents)
    {
        var groups = CollectionsMarshal.AsSpan(Groups);
        for (var number = 0; number < groups.Length; number++)
        {
            ref var group = ref groups[number];
            group.Own = Similarity.ShareOfDocuments(documents, SumOf(group));
            var told = Similarity.Idf(documents, DocumentsWith(group));
            group.Weight = group.Share * told;
            var first = _terms.Count;
            for (var at = group.FirstTerm; at >= 0; at = _planned[at].Next)
            {
                var term = _planned[at];
                term.Group = number;
                term.Factor *= Math.Min(1, Similarity.Idf(documents, term.Postings.Count) / told); // it tells no more than itself
                _terms.Add(term);
            }

            (group.FirstTerm, group.TermCount) = (first, _terms.Count - first);
        }
    }

    /// <summary>The numbers of a group's terms, once the plan is complete.</summary>
    public TermRange TermsOf(int group) => new(Groups[group].FirstTerm, Groups[group].TermCount);
}
