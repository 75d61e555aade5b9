using System.Runtime.InteropServices;
using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>A plan in the making, and what it is made from.</summary>
internal sealed class PlanBuilder(Snapshot snapshot, Background background, QueryPlan plan, string? language)
{
    private readonly Lexicon _lexicon = snapshot.Lexicon;
    private readonly int _mostForms = 2 * snapshot.Lexicon.Vocabularies.Length;

    public Snapshot Snapshot => snapshot;

    public QueryPlan Plan => plan;

    /// <summary>The query may be in this language.</summary>
    public bool MayBeIn(Vocabulary vocabulary) => language is null || vocabulary.Analyzer.Language == language;

    public bool IsStopWord(ReadOnlySpan<char> word)
    {
        foreach (var vocabulary in _lexicon.Vocabularies)
        {
            if (MayBeIn(vocabulary) && vocabulary.Analyzer.IsStopWord(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the terms of a word in any of its forms.</summary>
    public void AddForms(int group, ReadOnlySpan<char> word, MatchKind kind)
    {
        Span<int> forms = stackalloc int[_mostForms];
        foreach (var term in forms[..FormsOf(word, forms)])
        {
            Add(group, term, factor: 1, kind);
        }
    }

    /// <summary>Adds a term, if any document has it.</summary>
    public bool Add(int group, int term, double factor, MatchKind kind) => AddPhrase(group, new Phrase(term), factor, kind);

    /// <summary>Adds terms that count where they stand one behind the other, if there are documents with all of them.</summary>
    public bool AddPhrase(int group, Phrase phrase, double factor, MatchKind kind)
    {
        var rarest = snapshot.Postings[phrase.First];
        foreach (var term in phrase.Following)
        {
            var postings = snapshot.Postings[term];
            rarest = rarest is null || rarest.Count < postings?.Count ? rarest : postings;
        }

        if (rarest is null)
        {
            return false;
        }

        plan.AddTerm(new PlannedTerm { Group = group, Phrase = phrase, Factor = factor, Kind = kind, Postings = rarest });
        return true;
    }

    /// <summary>Adds what a group's word may have been meant as.</summary>
    public void Correct(int group, int term, double factor)
    {
        plan.Readings.Add(new Reading(group, term, factor));
        Add(group, term, factor, MatchKind.Correction);
    }

    /// <summary>Finds what the words of all groups stand for, besides their corrections.</summary>
    public void Read()
    {
        Span<int> forms = stackalloc int[_mostForms];
        for (var group = 0; group < plan.Groups.Count; group++)
        {
            foreach (var term in forms[..FormsOf(plan.Letters(plan.Groups[group].Word), forms)])
            {
                plan.Readings.Add(new Reading(group, term, Factor: 1));
            }
        }
    }

    /// <summary>Finds how usual the words of all groups are elsewhere.</summary>
    public void FindInBackground()
    {
        foreach (ref var group in CollectionsMarshal.AsSpan(plan.Groups))
        {
            foreach (var vocabulary in _lexicon.Vocabularies)
            {
                group.Background = Math.Max(group.Background, MayBeIn(vocabulary) ? BackgroundOf(plan.Letters(group.Word), vocabulary) : 0);
            }
        }
    }

    // A word that documents have was analyzed when they were indexed; doing it again would cost memory.
    private double BackgroundOf(ReadOnlySpan<char> word, Vocabulary vocabulary) => vocabulary.Find(word) is >= 0 and var term
        ? background.ShareOfTerm(_lexicon.Terms[term], vocabulary.Analyzer.Language)
        : background.ShareOf(word, vocabulary.Analyzer.Language);

    /// <summary>A word that the list of synonyms has needs no correction, though no document may have it.</summary>
    public bool IsInSynonyms(ReadOnlySpan<char> word)
    {
        Span<int> forms = stackalloc int[_mostForms];
        foreach (var term in forms[..FormsOf(word, forms)])
        {
            if (_lexicon.Synonyms.Knows(term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many documents have a word as it is written.</summary>
    public int DocumentsWith(ReadOnlySpan<char> word)
    {
        var most = 0;
        foreach (var vocabulary in _lexicon.Vocabularies)
        {
            most = Math.Max(most, DocumentsWith(vocabulary.Find(word)));
        }

        return most;
    }

    /// <summary>How many documents have a word in any of its forms.</summary>
    public int DocumentsWithForm(ReadOnlySpan<char> word)
    {
        Span<int> forms = stackalloc int[_mostForms];
        var most = 0;
        foreach (var term in forms[..FormsOf(word, forms)])
        {
            most = Math.Max(most, DocumentsWith(term));
        }

        return most;
    }

    public int DocumentsWith(int term) => snapshot.Postings[term]?.Count ?? 0;

    // A word that documents have leads to its term, in whichever language they have it; any other to the terms of its stems.
    private int FormsOf(ReadOnlySpan<char> word, Span<int> forms)
    {
        var (count, isWritten) = (0, false);
        foreach (var vocabulary in _lexicon.Vocabularies)
        {
            var term = vocabulary.Find(word);
            Include(term, forms, ref count);
            isWritten |= DocumentsWith(term) > 0;
        }

        foreach (var vocabulary in _lexicon.Vocabularies)
        {
            if (!isWritten && MayBeIn(vocabulary) && vocabulary.Analyzer.TermOf(word.ToString()) is { } stem)
            {
                Include(_lexicon.Terms.Find(stem), forms, ref count);
            }
        }

        return count;
    }

    private static void Include(int term, Span<int> forms, ref int count)
    {
        if (term >= 0 && !forms[..count].Contains(term))
        {
            forms[count++] = term;
        }
    }
}
