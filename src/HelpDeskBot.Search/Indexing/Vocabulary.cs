using System.Collections.Concurrent;
using HelpDeskBot.Search.Analysis;

namespace HelpDeskBot.Search.Indexing;

/// <summary>A word as it stands in documents, and the term it is indexed under.</summary>
internal sealed class Word(string text, int term)
{
    public string Text => text;

    public int Term => term;

    /// <summary>Which letters it has, a bit for each: words that differ in many cannot be alike.</summary>
    public uint Letters { get; } = LettersOf(text);

    public static uint LettersOf(ReadOnlySpan<char> text)
    {
        var letters = 0u;
        foreach (var letter in text)
        {
            letters |= 1u << (letter & 31);
        }

        return letters;
    }
}

/// <summary>
/// The words of one language that documents use. Grows only; readers never wait. Knows them by their beginning and by their end, for corrections, compounds and
/// words not yet typed to their end.
/// </summary>
internal sealed class Vocabulary(Analyzer analyzer, Terms terms)
{
    public const int Unknown = -2;
    public const int StopWord = -1;

    private readonly ConcurrentDictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly List<Word> _added = [];
    private volatile Word[] _byStart = [];
    private volatile Word[] _byEnd = [];

    public Analyzer Analyzer => analyzer;

    /// <summary>The term of a folded word, <see cref="StopWord"/> or <see cref="Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> word) =>
        _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var term) ? term : Unknown;

    /// <summary>The term of a folded word, which is added if it is new. For the writer only.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (Find(word) is not Unknown and var known)
        {
            return known;
        }

        var text = word.ToString();
        var term = analyzer.TermOf(text) is { } stem ? terms.Add(stem == text ? text : stem) : StopWord;
        _words[text] = term;
        if (term != StopWord && text.Length > 2 && !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            _added.Add(new Word(text, term));
        }

        return term;
    }

    /// <summary>The term of a folded word, which is numbered if it is new; the word is not taken into the vocabulary. For the writer only.</summary>
    public int Number(ReadOnlySpan<char> word) => analyzer.TermOf(word.ToString()) is { } stem ? terms.Add(stem) : StopWord;

    /// <summary>Lets readers find what was added by beginning and end.</summary>
    public void Publish()
    {
        if (_added.Count == 0)
        {
            return;
        }

        _byStart = Merged(_byStart, CompareStarts);
        _byEnd = Merged(_byEnd, CompareEnds);
        _added.Clear();
    }

    public ReadOnlySpan<Word> StartingWith(ReadOnlySpan<char> prefix) => Range(_byStart, prefix, static (word, prefix) =>
        word.AsSpan(0, Math.Min(word.Length, prefix.Length)).SequenceCompareTo(prefix));

    public ReadOnlySpan<Word> EndingWith(ReadOnlySpan<char> suffix) => Range(_byEnd, suffix, CompareEnd);

    private static ReadOnlySpan<Word> Range(Word[] words, ReadOnlySpan<char> part, Func<string, ReadOnlySpan<char>, int> compare)
    {
        var (start, end) = (0, words.Length);
        while (start < end)
        {
            var middle = (start + end) >>> 1;
            (start, end) = compare(words[middle].Text, part) < 0 ? (middle + 1, end) : (start, middle);
        }

        var first = start;
        end = words.Length;
        while (start < end)
        {
            var middle = (start + end) >>> 1;
            (start, end) = compare(words[middle].Text, part) <= 0 ? (middle + 1, end) : (start, middle);
        }

        return words.AsSpan(first, start - first);
    }

    private Word[] Merged(Word[] sorted, Comparison<Word> compare)
    {
        _added.Sort(compare);
        var merged = new Word[sorted.Length + _added.Count];
        var (old, added) = (0, 0);
        for (var at = 0; at < merged.Length; at++)
        {
            merged[at] = added == _added.Count || (old < sorted.Length && compare(sorted[old], _added[added]) <= 0) ? sorted[old++] : _added[added++];
        }

        return merged;
    }

    private static int CompareStarts(Word a, Word b) => string.CompareOrdinal(a.Text, b.Text);

    private static int CompareEnds(Word a, Word b)
    {
        var (x, y) = (a.Text, b.Text);
        for (var back = 1; back <= x.Length && back <= y.Length; back++)
        {
            if (x[^back] != y[^back])
            {
                return x[^back].CompareTo(y[^back]);
            }
        }

        return x.Length.CompareTo(y.Length);
    }

    private static int CompareEnd(string word, ReadOnlySpan<char> suffix)
    {
        for (var back = 1; back <= suffix.Length; back++)
        {
            if (back > word.Length)
            {
                return -1;
            }

            if (word[^back] != suffix[^back])
            {
                return word[^back].CompareTo(suffix[^back]);
            }
        }

        return 0;
    }
}
