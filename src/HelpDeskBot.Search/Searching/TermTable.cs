using System.Numerics;

namespace HelpDeskBot.Search.Searching;

/// <summary>Finds the terms of a plan by their number in the index: an open hash table, since every term of every scored document is looked up.</summary>
internal sealed class TermTable
{
    private const int None = -1;
    private const int Multiplier = -1640531527; // of Fibonacci hashing

    private QueryPlan _plan = null!;
    private int[] _slots = new int[64];
    private int[] _next = new int[32];
    private int _shift;

    public void Fill(QueryPlan plan)
    {
        _plan = plan;
        var count = plan.Terms.Length;
        if (count > _next.Length)
        {
            _next = new int[2 * count];
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, 4 * count));
        _slots = size == _slots.Length ? _slots : new int[size];
        _shift = 32 - BitOperations.Log2((uint)size);
        Array.Fill(_slots, None);
        for (var number = count - 1; number >= 0; number--)
        {
            var slot = SlotOf(plan.Terms[number].Phrase.First);
            (_next[number], _slots[slot]) = (_slots[slot], number);
        }
    }

    /// <summary>The number of the first term in the plan that begins with this one, or less than 0.</summary>
    public int First(int term) => _slots[SlotOf(term)];

    public int Next(int number) => _next[number];

    // Its own, or the one where the search for it ends.
    private int SlotOf(int term)
    {
        var slot = (int)((uint)(term * Multiplier) >> _shift);
        while (_slots[slot] != None && _plan.Terms[_slots[slot]].Phrase.First != term)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }
}
