using System.Collections.Frozen;
using HelpDeskBot.Cards;

namespace HelpDeskBot.Turns;

/// <summary>
/// Recognises a message that only says thanks, that it works, or never mind, which must not reopen a ticket. All of it must be made of
/// closing phrases and fillers of the languages we know (<c>say.closing</c>…), with at least one closing phrase; a question is never one.
/// In a phrase <c>*</c> stands for up to five words and <c>_</c> for one, none of which may contradict.
/// </summary>
internal sealed class ClosingWords
{
    private const int MostTokens = 60;
    private const int NotReached = 0;
    private const int Reached = 1;
    private const int Closed = 2;

    private readonly PhraseBook _closing;
    private readonly PhraseBook _fillers;
    private readonly PhraseBook _signOffs;
    private readonly Contradictions _contradictions;
    private readonly Spelling _spelling;

    public ClosingWords(IEnumerable<Words> languages)
    {
        var all = languages.ToList();
        _contradictions = new Contradictions(PhrasesOf(all, "say.closing_not"));
        _fillers = new PhraseBook(PhrasesOf(all, "say.closing_fillers"), _contradictions, fillers: null);
        _closing = new PhraseBook(PhrasesOf(all, "say.closing"), _contradictions, _fillers);
        _signOffs = new PhraseBook(PhrasesOf(all, "say.closing_signoff"), _contradictions, fillers: null);
        _spelling = new Spelling(_closing.Vocabulary.Concat(_fillers.Vocabulary), _contradictions);
    }

    public bool Are(string text)
    {
        if (ClosingTokens.Of(text) is not { Count: > 0 and <= MostTokens } said)
        {
            return false;
        }

        var tokens = said.Select(_spelling.Corrected).ToArray();
        return !_contradictions.Refuse(tokens) && Covers(tokens);
    }

    // From the front, which places can be reached by phrases alone, and whether one of them was closing.
    private bool Covers(SaidToken[] tokens)
    {
        var reached = new int[tokens.Length + 1];
        reached[0] = Reached;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (reached[at] == NotReached)
            {
                continue;
            }

            foreach (var (end, state) in Steps(tokens, at, reached[at]))
            {
                reached[end] = Math.Max(reached[end], state);
            }
        }

        return reached[^1] == Closed;
    }

    private IEnumerable<(int End, int State)> Steps(SaidToken[] tokens, int at, int state)
    {
        if (tokens[at].IsBreak || IsName(tokens, at))
        {
            yield return (at + 1, state);
        }

        foreach (var end in _fillers.EndsFrom(tokens, at))
        {
            yield return (end, state);
        }

        foreach (var end in _closing.EndsFrom(tokens, at))
        {
            yield return (end, Closed);
        }

        if (_signOffs.EndsFrom(tokens, at).Any(end => !tokens.Skip(end).Any(_contradictions.Contains)))
        {
            yield return (tokens.Length, state); // what follows is a name and perhaps an address
        }
    }

    // A name by itself at the end of a sentence: "Thank you, Dana."
    private bool IsName(SaidToken[] tokens, int at) =>
        tokens[at].IsCapital && at > 0 && tokens[at - 1].IsBreak && (at + 1 == tokens.Length || tokens[at + 1].IsBreak)
        && !_contradictions.Contains(tokens[at]);

    private static IEnumerable<string[]> PhrasesOf(IEnumerable<Words> languages, string key) =>
        languages.SelectMany(words => words[key].Split(','))
            .Select(phrase => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word is PhraseBook.Words or PhraseBook.Word ? word : string.Concat(ClosingTokens.Of(word)!.Select(token => token.Word)))
                .ToArray());
}

/// <summary>Words that turn thanks into a complaint, where a slot of a phrase would swallow them; those of several words begin a question.</summary>
internal sealed class Contradictions(IEnumerable<string[]> phrases)
{
    private readonly FrozenSet<string> _words = phrases.Where(phrase => phrase.Length == 1).Select(phrase => phrase[0]).ToFrozenSet(StringComparer.Ordinal);
    private readonly string[][] _phrases = [.. phrases.Where(phrase => phrase.Length > 1)];

    public bool Contains(SaidToken token) => _words.Contains(token.Word);

    public bool Refuse(SaidToken[] tokens) => Enumerable.Range(0, tokens.Length).Any(at =>
        (at == 0 || tokens[at - 1].IsBreak) && _phrases.Any(phrase =>
            at + phrase.Length <= tokens.Length && phrase.Select((word, offset) => tokens[at + offset].Word == word).All(same => same)));
}
