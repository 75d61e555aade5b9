using System.Collections.Frozen;

namespace HelpDeskBot.Turns;

/// <summary>Takes a longer word with one slip of the fingers for the word of the vocabulary that was meant: "thnaks", "dankee".</summary>
internal sealed class Spelling(IEnumerable<string> vocabulary, Contradictions contradictions)
{
    private const int Shortest = 5;

    private readonly FrozenSet<string> _known = vocabulary.ToFrozenSet(StringComparer.Ordinal);
    private readonly ILookup<char, string> _longer =
        vocabulary.Where(word => word.Length >= Shortest).Distinct(StringComparer.Ordinal).ToLookup(word => word[0]);

    public SaidToken Corrected(SaidToken token)
    {
        if (token.Word.Length < Shortest || _known.Contains(token.Word) || contradictions.Contains(token))
        {
            return token;
        }

        return _longer[token.Word[0]].FirstOrDefault(word => IsOneSlip(token.Word, word)) is { } meant ? token with { Word = meant } : token;
    }

    // One letter too many, missing, wrong, or two that changed places.
    private static bool IsOneSlip(string said, string meant)
    {
        if (Math.Abs(said.Length - meant.Length) > 1)
        {
            return false;
        }

        var same = said.AsSpan().CommonPrefixLength(meant);
        var (a, b) = (said[same..], meant[same..]);
        return a.Length == 0 || b.Length == 0 || a[1..] == b || a == b[1..] || a[1..] == b[1..]
            || (a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..]);
    }
}
