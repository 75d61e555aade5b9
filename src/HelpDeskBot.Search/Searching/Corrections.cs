using System.Numerics;
using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>
/// Words of the index that a misspelt one may have been meant as: one slip away, or two in a long word of which one third stands unharmed at its beginning or end. Both
/// are found by looking up unharmed beginnings and ends, without going through the vocabulary.
/// </summary>
internal static class Corrections
{
    private const int Shortest = 3;
    private const int ShortestOfTwoSlips = 8;
    private const int Most = 3;
    private const double OfOneSlip = 0.9;
    private const double OfTwoSlips = 0.7;
    private const double OfWrongBeginning = 0.85;

    // People's own words are indexed too, with their slips: what one document has and so many have almost is a slip there as well.
    private const int LeastInsteadOfOne = 10;

    /// <summary>Whether a word may be a slip that so many documents have, and such a share of the background.</summary>
    public static bool MayBeSlip(double background, int documents) => background == 0 && documents <= 1;

    public static void Add(int group, ReadOnlySpan<char> word, PlanBuilder builder)
    {
        if (word.Length < Shortest || word.ContainsAnyInRange('0', '9'))
        {
            return;
        }

        // One slip harms either the beginning or the end; an exchange in the middle harms neither.
        var beginning = (word.Length - 1) / 2;
        if (!Add(group, word, new Slips(1, beginning, word.Length - 1 - beginning), builder) && word.Length >= ShortestOfTwoSlips)
        {
            var third = (word.Length + 2) / 3;
            Add(group, word, new Slips(2, third, third), builder);
        }
    }

    private static bool Add(int group, ReadOnlySpan<char> word, Slips slips, PlanBuilder builder)
    {
        var least = builder.Plan.HasTerms(group) ? LeastInsteadOfOne : 1;
        Span<Candidate> best = stackalloc Candidate[Most];
        best.Clear();
        foreach (var vocabulary in builder.Snapshot.Lexicon.Vocabularies)
        {
            if (builder.MayBeIn(vocabulary))
            {
                Collect(vocabulary.StartingWith(word[..slips.Beginning]), word, slips, builder, best);
                Collect(vocabulary.EndingWith(word[^slips.End..]), word, slips, builder, best);
            }
        }

        var isCorrected = false;
        foreach (var candidate in best)
        {
            if (candidate.Documents >= least)
            {
                isCorrected = true;
                builder.Correct(group, candidate.Term, candidate.Factor);
            }
        }

        return isCorrected;
    }

    private static void Collect(ReadOnlySpan<Word> words, ReadOnlySpan<char> wrong, Slips slips, PlanBuilder builder, Span<Candidate> best)
    {
        var letters = Word.LettersOf(wrong);
        foreach (var word in words)
        {
            if (Math.Abs(word.Text.Length - wrong.Length) > slips.Count || BitOperations.PopCount(word.Letters ^ letters) > 2 * slips.Count
                || EditDistance.Between(wrong, word.Text, slips.Count) > slips.Count)
            {
                continue;
            }

            var isBeginningRight = word.Text[0] == wrong[0];
            var factor = (slips.Count == 1 ? OfOneSlip : OfTwoSlips) * (isBeginningRight ? 1 : OfWrongBeginning);
            var candidate = new Candidate(word.Term, Math.Max(builder.DocumentsWith(word.Term), builder.Snapshot.Lexicon.Synonyms.Knows(word.Term) ? 1 : 0), factor);
            if ((isBeginningRight || wrong.Length > Shortest) && candidate.IsBetterThan(best[^1]) && !Has(best, word.Term))
            {
                Insert(candidate, best);
            }
        }
    }

    private static void Insert(Candidate candidate, Span<Candidate> best)
    {
        var at = best.Length - 1;
        for (; at > 0 && candidate.IsBetterThan(best[at - 1]); at--)
        {
            best[at] = best[at - 1];
        }

        best[at] = candidate;
    }

    private static bool Has(Span<Candidate> best, int term)
    {
        foreach (var known in best)
        {
            if (known.Documents > 0 && known.Term == term)
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Slips(int Count, int Beginning, int End);

    private readonly record struct Candidate(int Term, int Documents, double Factor)
    {
        public bool IsBetterThan(Candidate other) => Documents > 0
            && (other.Documents == 0 || (Factor != other.Factor ? Factor > other.Factor : Documents > other.Documents));
    }
}
