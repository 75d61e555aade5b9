using System.Collections.Concurrent;

namespace HelpDeskBot.Search.Indexing;

/// <summary>Numbers the terms, in the order they came. Grows only; readers never wait.</summary>
internal sealed class Terms
{
    public const int Unknown = -1;

    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private volatile string[] _texts = new string[64];
    private int _count;

    public int Count => _count;

    public string this[int number] => _texts[number];

    public int Find(string term) => _numbers.TryGetValue(term, out var number) ? number : Unknown;

    /// <summary>The term's number, which is new if the term is. For the writer only.</summary>
    public int Add(string term)
    {
        if (_numbers.TryGetValue(term, out var known))
        {
            return known;
        }

        if (_count == _texts.Length)
        {
            var larger = new string[_count * 2];
            _texts.CopyTo(larger, 0);
            _texts = larger;
        }

        _texts[_count] = term;
        _numbers[term] = _count;
        return _count++;
    }
}
