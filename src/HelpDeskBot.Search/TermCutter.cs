using System.Collections.Frozen;

namespace HelpDeskBot.Search;

/// <summary>
/// What analyzers share: words of any script, folded, without stop words, stemmed. Identifiers such as <c>0x80070005</c>, <c>outlook.exe</c> and
/// <c>vpn-client</c> are findable as a whole and by their parts.
/// </summary>
internal sealed class TermCutter(string stopWords, Func<string, string> fold, Func<string, string> stem)
{
    private const int LongestTerm = 64;

    private readonly FrozenSet<string> _stopWords =
        stopWords.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => fold(Folding.Fold(word))).ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyList<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var position = 0;
        foreach (var (start, length) in Words.In(text))
        {
            AddWord(text, start, length, position++, tokens);
        }

        return tokens;
    }

    private void AddWord(string text, int start, int length, int position, List<Token> tokens)
    {
        var word = fold(Folding.Fold(text.AsSpan(start, length)));
        var parts = Words.PartsOf(word);
        if (parts.Count <= 1)
        {
            Add(parts.Count == 1 ? parts[0] : word, start, length, position, tokens);
            return;
        }

        AddTerm(word, start, length, position, tokens);
        foreach (var part in parts)
        {
            Add(part, start, length, position, tokens);
        }
    }

    private void Add(string word, int start, int length, int position, List<Token> tokens)
    {
        if (word.Length > 0 && !_stopWords.Contains(word))
        {
            AddTerm(stem(word), start, length, position, tokens);
        }
    }

    private static void AddTerm(string term, int start, int length, int position, List<Token> tokens) =>
        tokens.Add(new Token(term.Length <= LongestTerm ? term : term[..LongestTerm], position, start, length));
}
