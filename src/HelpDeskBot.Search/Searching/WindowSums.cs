using System.Numerics;
using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>The sums of bounds for a window of documents, and which groups they come from.</summary>
internal sealed class WindowSums
{
    public const int Length = 1 << Postings.WindowBits;

    private readonly int[] _sums = new int[Length];
    private readonly int[] _best = new int[Length];
    private readonly byte[] _groups = new byte[Length];

    /// <summary>How many documents of the window are in use.</summary>
    public int Used { get; set; } = Length;

    public int this[int document] => _sums[document];

    /// <summary>Bits of the groups that the document has a term of; eight groups apart share one.</summary>
    public byte GroupsOf(int document) => _groups[document];

    public static byte Bit(int group) => (byte)(1 << (group & 7));

    public void Add(ReadOnlySpan<uint> entries, int weight, byte bit)
    {
        var (sums, groups) = (_sums, _groups);
        foreach (var entry in entries)
        {
            var document = (int)(entry >> Postings.BoundBits) & (Length - 1);
            sums[document] += weight * (int)(entry & Postings.HighestBound);
            groups[document] |= bit;
        }
    }

    /// <summary>Collects the terms of a group: of each document the best counts, once <see cref="AddBest"/> is told.</summary>
    public void CollectBest(ReadOnlySpan<uint> entries, int weight)
    {
        foreach (var entry in entries)
        {
            ref var best = ref _best[(int)(entry >> Postings.BoundBits) & (Length - 1)];
            best = Math.Max(best, weight * (int)(entry & Postings.HighestBound));
        }
    }

    public void AddBest(ReadOnlySpan<uint> entries, byte bit)
    {
        foreach (var entry in entries)
        {
            var document = (int)(entry >> Postings.BoundBits) & (Length - 1);
            _sums[document] += _best[document];
            _groups[document] |= bit;
            _best[document] = 0;
        }
    }

    public void Drop(int document)
    {
        _sums[document] = 0;
        _groups[document] = 0;
    }

    public void Clear()
    {
        _sums.AsSpan(0, Used).Clear();
        _groups.AsSpan(0, Used).Clear();
    }

    /// <summary>The first document at or after a place with at least so much, or -1.</summary>
    public int Next(int from, int least)
    {
        var at = from;
        for (; (at & (Vector<int>.Count - 1)) != 0 && at < Used; at++)
        {
            if (_sums[at] >= least)
            {
                return at;
            }
        }

        var limit = new Vector<int>(least);
        for (; at < Used; at += Vector<int>.Count)
        {
            if (Vector.GreaterThanOrEqualAny(new Vector<int>(_sums, at), limit))
            {
                while (_sums[at] < least)
                {
                    at++;
                }

                return at;
            }
        }

        return -1;
    }

    /// <summary>How many documents have at least so much.</summary>
    public int CountOf(int least)
    {
        var (count, limit) = (Vector<int>.Zero, new Vector<int>(least));
        for (var at = 0; at < Used; at += Vector<int>.Count)
        {
            count -= Vector.GreaterThanOrEqual(new Vector<int>(_sums, at), limit);
        }

        return Vector.Sum(count);
    }
}
