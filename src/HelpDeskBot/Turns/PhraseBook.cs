namespace HelpDeskBot.Turns;

/// <summary>Phrases, and where in a message they may end. Inside one, fillers and the ends of clauses may stand: "works fine now".</summary>
internal sealed class PhraseBook(IEnumerable<string[]> phrases, Contradictions contradictions, PhraseBook? fillers)
{
    /// <summary>Stands for one to five words.</summary>
    public const string Words = "*";

    /// <summary>Stands for one word.</summary>
    public const string Word = "_";

    private const int MostWords = 5;

    private readonly string[][] _open = [.. phrases.Where(phrase => IsSlot(phrase[0]))];
    private readonly ILookup<string, string[]> _byFirst = phrases.Where(phrase => !IsSlot(phrase[0])).ToLookup(phrase => phrase[0], StringComparer.Ordinal);

    /// <summary>All its words.</summary>
    public IEnumerable<string> Vocabulary => _open.Concat(_byFirst.SelectMany(group => group)).SelectMany(phrase => phrase).Where(word => !IsSlot(word));

    /// <summary>Where the phrases that begin here end.</summary>
    public IEnumerable<int> EndsFrom(SaidToken[] tokens, int at) =>
        _byFirst[tokens[at].Word].Concat(_open).SelectMany(phrase => Ends(tokens, at, phrase, next: 0));

    private IEnumerable<int> Ends(SaidToken[] tokens, int at, string[] phrase, int next)
    {
        if (next == phrase.Length)
        {
            return [at];
        }

        if (at == tokens.Length)
        {
            return [];
        }

        var taken = phrase[next] switch
        {
            Words => SlotEnds(tokens, at, MostWords),
            Word => SlotEnds(tokens, at, 1),
            var word => tokens[at].Word == word ? [at + 1] : [],
        };
        var ends = taken.SelectMany(end => Ends(tokens, end, phrase, next + 1));
        return next == 0 ? ends : ends.Concat(Skipped(tokens, at, IsSlot(phrase[next])).SelectMany(end => Ends(tokens, end, phrase, next)));
    }

    // What may stand between two words of a phrase; a slot is filled within its clause.
    private IEnumerable<int> Skipped(SaidToken[] tokens, int at, bool beforeSlot)
    {
        if (tokens[at].IsBreak)
        {
            return beforeSlot ? [] : [at + 1];
        }

        return fillers?._byFirst[tokens[at].Word].Where(phrase => !phrase.Any(IsSlot)).SelectMany(phrase => fillers.Ends(tokens, at, phrase, next: 0)) ?? [];
    }

    private IEnumerable<int> SlotEnds(SaidToken[] tokens, int at, int most)
    {
        for (var end = at; end < tokens.Length && end < at + most && tokens[end].IsWord && !contradictions.Contains(tokens[end]); end++)
        {
            yield return end + 1;
        }
    }

    private static bool IsSlot(string word) => word is Words or Word;
}
