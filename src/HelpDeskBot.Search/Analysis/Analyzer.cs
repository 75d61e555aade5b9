using System.Collections.Frozen;

namespace HelpDeskBot.Search.Analysis;

/// <summary>
/// Turns text of one language into terms, the same way for documents and queries: words of any script, folded, without stop words, stemmed.
/// Identifiers such as <c>outlook.exe</c> and <c>VPN-Client</c> are found in every spelling.
/// </summary>
public abstract class Analyzer
{
    private readonly FrozenSet<string> _stopWords;

    internal Analyzer(string language, string stopWords)
    {
        Language = language;
        _stopWords = stopWords.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Normal(Folding.Fold(word))).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The language's code, such as <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>The terms in order. Never throws, whatever the text.</summary>
    public IReadOnlyList<Token> Analyze(string text)
    {
        var tokens = new List<Token>();
        var words = new WordReader(text, stackalloc char[WordReader.BufferLength]);
        while (words.MoveNext())
        {
            if (TermOf(words.Word.ToString()) is { } term)
            {
                tokens.Add(new Token(term, words.Position, words.Start, words.Length));
            }
        }

        return tokens;
    }

    /// <summary>The term of a folded word; null for a stop word.</summary>
    internal string? TermOf(string word)
    {
        var normal = Normal(word);
        return _stopWords.Contains(normal) ? null : Stem(normal);
    }

    internal bool IsStopWord(ReadOnlySpan<char> word) => _stopWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>One of several spellings that the language has for a word.</summary>
    internal virtual string Normal(string word) => word;

    internal abstract string Stem(string word);
}
