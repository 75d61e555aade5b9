namespace HelpDeskBot.Search.Indexing;

/// <summary>
/// The documents that contain a term, in ascending order, with the most that the term can contribute to each: 22 bits of document and 10 of that bound. Immutable. A
/// long list knows where each window of documents begins in it, and the highest bound there.
/// </summary>
internal sealed class Postings
{
    public const int WindowBits = 16;
    public const int BoundBits = 10;
    public const int HighestBound = (1 << BoundBits) - 1;
    public const int MostDocuments = 1 << (32 - BoundBits);

    // A shorter list is read through as fast.
    private const int LongList = 256;

    private readonly uint[] _entries;
    private readonly int[]? _windowEnds;
    private readonly ushort[]? _windowBounds;

    private Postings(uint[] entries)
    {
        _entries = entries;
        foreach (var entry in entries)
        {
            Bound = Math.Max(Bound, (ushort)(entry & HighestBound));
            Sum += (double)(entry & HighestBound) / HighestBound;
        }

        if (entries.Length >= LongList)
        {
            (_windowEnds, _windowBounds) = Windows(entries);
        }
    }

    /// <summary>The highest bound of all.</summary>
    public ushort Bound { get; }

    /// <summary>The sum of all, as shares of the highest that there can be.</summary>
    public double Sum { get; }

    public int Count => _entries.Length;

    public ReadOnlySpan<uint> Entries => _entries;

    public static Postings Of(ReadOnlySpan<uint> entries) => new(entries.ToArray());

    public static uint Entry(int document, int bound) => ((uint)document << BoundBits) | (uint)bound;

    public Postings With(uint entry)
    {
        var at = _entries.AsSpan().BinarySearch(entry);
        var (place, entries) = (at < 0 ? ~at : at, new uint[_entries.Length + 1]);
        _entries.AsSpan(0, place).CopyTo(entries);
        entries[place] = entry;
        _entries.AsSpan(place).CopyTo(entries.AsSpan(place + 1));
        return new Postings(entries);
    }

    /// <summary>Without a document that it contains; null when that was the last.</summary>
    public Postings? Without(int document)
    {
        if (_entries.Length == 1)
        {
            return null;
        }

        var (place, entries) = (PlaceOf(document, 0, Count), new uint[_entries.Length - 1]);
        _entries.AsSpan(0, place).CopyTo(entries);
        _entries.AsSpan(place + 1).CopyTo(entries.AsSpan(place));
        return new Postings(entries);
    }

    /// <summary>Where a window's entries end, and the highest bound among them.</summary>
    /// <param name="window">Windows are asked for in ascending order.</param>
    /// <param name="start">Where its entries begin: where those of the window before ended.</param>
    public (int End, ushort Bound) Window(int window, int start)
    {
        if (_windowEnds is not null)
        {
            return window < _windowEnds.Length ? (_windowEnds[window], _windowBounds![window]) : (Count, (ushort)0);
        }

        var (end, bound) = (start, (ushort)0);
        var limit = (ulong)(window + 1) << (WindowBits + BoundBits);
        while (end < _entries.Length && _entries[end] < limit)
        {
            bound = Math.Max(bound, (ushort)(_entries[end++] & HighestBound));
        }

        return (end, bound);
    }

    /// <summary>The bound of a document, 0 if it is not among these entries.</summary>
    public uint BoundOf(int document, int start, int end)
    {
        var place = PlaceOf(document, start, end);
        return place < end && _entries[place] >> BoundBits == document ? _entries[place] & HighestBound : 0;
    }

    private int PlaceOf(int document, int start, int end)
    {
        var wanted = (uint)document << BoundBits;
        while (start < end)
        {
            var middle = (start + end) >>> 1;
            if (_entries[middle] < wanted)
            {
                start = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return start;
    }

    private static (int[] Ends, ushort[] Bounds) Windows(uint[] entries)
    {
        var count = (int)(entries[^1] >> (WindowBits + BoundBits)) + 1;
        var (ends, bounds) = (new int[count], new ushort[count]);
        var window = 0;
        for (var at = 0; at < entries.Length; at++)
        {
            for (; entries[at] >> (WindowBits + BoundBits) > window; window++)
            {
                ends[window] = at;
            }

            bounds[window] = Math.Max(bounds[window], (ushort)(entries[at] & HighestBound));
        }

        ends[window] = entries.Length;
        return (ends, bounds);
    }
}
