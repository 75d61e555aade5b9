using System.Numerics;

namespace HelpDeskBot.Search.Searching;

/// <summary>Finds the terms of a plan by their number in the index: an open hash table, since every term of every scored document is looked up.</summary>
internal sealed class TermTable
{
    private const int None = -1;
    private const int Multiplier = -1640531527; // of Fibonacci hashing

    private int[] _keys = new int[64];
    private int[] _first = new int[64];
    private int[] _next = new int[32];
    private int _shift;

    public void Fill(QueryPlan plan)
    {
        var count = plan.Terms.Length;
        if (count > _next.Length)
        {
            _next = new int[2 * count];
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, 4 * count));
        (_keys, _first) = size == _keys.Length ? (_keys, _first) : (new int[size], new int[size]);
        _shift = 32 - BitOperations.Log2((uint)size);
        Array.Fill(_keys, None);
        for (var number = count - 1; number >= 0; number--)
        {
            var term = plan.Terms[number].Phrase.First;
            var slot = SlotOf(term);
            _next[number] = _keys[slot] == term ? _first[slot] : None;
            (_keys[slot], _first[slot]) = (term, number);
        }
    }

    /// <summary>The number of the first term in the plan that begins with this one, or less than 0.</summary>
    public int First(int term)
    {
        var slot = SlotOf(term);
        return _keys[slot] == None ? None : _first[slot];
    }

    public int Next(int number) => _next[number];

    // Its own, or the free one where the search for it ends.
    private int SlotOf(int term)
    {
        var keys = _keys;
        var slot = (int)((uint)(term * Multiplier) >> _shift);
        while (keys[slot] != term && keys[slot] != None)
        {
            slot = (slot + 1) & (keys.Length - 1);
        }

        return slot;
    }
}
