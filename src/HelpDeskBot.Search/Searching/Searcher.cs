using System.Numerics;
using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>
/// Finds the best documents without scoring all of them, and finds the same as if it had. In each window of documents the bounds of the postings are summed,
/// and only a document whose sum can reach the worst of the best so far is scored. Groups that cannot bring a document there by themselves are only looked up
/// for those that others have brought near it, where that is cheaper (MaxScore; Turtle and Flood 1995).
/// </summary>
internal sealed class Searcher(Schema schema)
{
    // Looking up a document in a group costs as much as summing this many entries.
    private const int LookUpCost = 32;
    private const double Scale = 1 << 16;
    private const double Rounding = 1 - 1e-12;

    private readonly WindowSums _sums = new();
    private readonly int[] _closeness = new int[1 << 8];
    private readonly PriorityQueue<int, int> _first = new();
    private Slice[] _slices = new Slice[32];
    private int[] _bounds = new int[32];
    private int[] _order = new int[32];
    private int _top;
    private int _needed;
    private int _neededWithoutCloseness;

    public QueryPlan Plan { get; } = new();

    public TopDocuments Best { get; } = new();

    public Scorer Scorer { get; } = new(schema);

    public void Search(Snapshot snapshot, int top, Func<string, bool>? filter)
    {
        _top = Math.Min(top, snapshot.Count);
        Best.Clear(_top);
        Prepare(snapshot.HasValues ? schema.ValueFields : 0);
        _sums.Used = Math.Min(WindowSums.Length, snapshot.Documents.Length);
        for (var window = 0; window << Postings.WindowBits < snapshot.Documents.Length; window++)
        {
            var most = Enter(window);
            if (most > 0 && most >= _neededWithoutCloseness)
            {
                SearchWindow(new Window(snapshot, filter, window << Postings.WindowBits), most);
            }
        }
    }

    // Of several terms the texts of a document may have one, and the best value of each field another, so that the best bound does not hold for all of them.
    private void Prepare(int valueFields)
    {
        (_needed, _neededWithoutCloseness) = (0, 0);
        Scorer.Prepare(Plan);
        if (_slices.Length < Plan.Terms.Length)
        {
            _slices = new Slice[Plan.Terms.Length * 2];
        }

        if (_bounds.Length < Plan.Groups.Count)
        {
            (_bounds, _order) = (new int[Plan.Groups.Count * 2], new int[Plan.Groups.Count * 2]);
        }

        for (var number = 0; number < Plan.Terms.Length; number++)
        {
            ref var term = ref Plan.Terms[number];
            var group = Plan.Groups[term.Group];
            var most = group.Weight * term.Factor * schema.MostOfTerm / Postings.HighestBound;
            _slices[number] = new Slice { Weight = (int)Math.Ceiling(most * (group.TermCount > 1 ? 1 + valueFields : 1) * Scale) };
        }
    }

    // Finds each term's entries in the window, and the most that each group can contribute there.
    private int Enter(int window)
    {
        var most = 0;
        for (var group = 0; group < Plan.Groups.Count; group++)
        {
            _bounds[group] = 0;
            foreach (var number in Plan.TermsOf(group))
            {
                ref var slice = ref _slices[number];
                slice.Start = slice.End;
                (slice.End, var highest) = Plan.Terms[number].Postings.Window(window, slice.Start);
                _bounds[group] = Math.Max(_bounds[group], slice.Weight * highest);
            }

            most += _bounds[group];
        }

        return most;
    }

    private void SearchWindow(Window window, int most)
    {
        SortGroups();
        BoundCloseness();
        var (passive, passiveBound) = SumGroups(most);
        if (Best.Count < _top && passive == 0)
        {
            OfferHighest(window);
        }

        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if (Reaches(window.First + at, passive, passiveBound))
            {
                Offer(window, at);
            }
        }

        _sums.Clear();

        int Next(int from) => _sums.Next(from, Math.Max(1, _neededWithoutCloseness - passiveBound));
    }

    private void SortGroups()
    {
        for (var at = 0; at < Plan.Groups.Count; at++)
        {
            var to = at;
            for (; to > 0 && _bounds[_order[to - 1]] > _bounds[at]; to--)
            {
                _order[to] = _order[to - 1];
            }

            _order[to] = at;
        }
    }

    // The most that closeness can add to documents, by the bits of the groups that they have.
    private void BoundCloseness()
    {
        Span<int> pairs = stackalloc int[8];
        pairs.Clear();
        for (var pair = 0; pair + 1 < Plan.Groups.Count; pair++)
        {
            pairs[pair & 7] += (int)(Scorer.MostCloseness * Math.Min(_bounds[pair], _bounds[pair + 1])) + 1;
        }

        for (var groups = 1; groups < _closeness.Length; groups++)
        {
            var (lowest, others) = (BitOperations.TrailingZeroCount(groups), groups & (groups - 1));
            _closeness[groups] = _closeness[others]
                + ((others & WindowSums.Bit(lowest + 1)) != 0 ? pairs[lowest] : 0)
                + (lowest == 0 && (others & WindowSums.Bit(7)) != 0 ? pairs[7] : 0);
        }
    }

    // Sums groups, those with the highest bounds first, until the others are cheaper to look up for the candidates that are left.
    private (int Passive, int PassiveBound) SumGroups(int most)
    {
        var (passive, passiveBound) = (Plan.Groups.Count, most);
        while (passive > 0)
        {
            var next = _order[passive - 1];
            var least = _neededWithoutCloseness - passiveBound;
            if (least > 0 && (long)_sums.CountOf(least) * LookUpCost < EntriesOf(next))
            {
                break;
            }

            Sum(next);
            passiveBound -= _bounds[next];
            passive--;
        }

        return (passive, passiveBound);
    }

    private void Sum(int group)
    {
        var (terms, bit) = (Plan.TermsOf(group), WindowSums.Bit(group));
        if (terms.Count == 1)
        {
            _sums.Add(EntriesOfTerm(terms.First), _slices[terms.First].Weight, bit);
            return;
        }

        foreach (var number in terms)
        {
            _sums.CollectBest(EntriesOfTerm(number), _slices[number].Weight);
        }

        foreach (var number in terms)
        {
            _sums.AddBest(EntriesOfTerm(number), bit);
        }
    }

    // Scoring these first raises what the others have to reach.
    private void OfferHighest(Window window)
    {
        var least = 1;
        for (var at = _sums.Next(0, least); at >= 0; at = _sums.Next(at + 1, least))
        {
            _first.Enqueue(at, _sums[at]);
            if (_first.Count > _top)
            {
                _first.Dequeue();
                _first.TryPeek(out _, out least);
            }
        }

        while (_first.TryDequeue(out var at, out _))
        {
            Offer(window, at);
            _sums.Drop(at);
        }
    }

    private bool Reaches(int document, int passive, int passiveBound)
    {
        var at = document & (WindowSums.Length - 1);
        var (sum, groups) = (_sums[at], _sums.GroupsOf(at));
        while (passive > 0 && sum + passiveBound >= _neededWithoutCloseness)
        {
            var group = _order[--passive];
            var bound = BoundOf(group, document);
            passiveBound -= _bounds[group];
            sum += bound;
            groups |= bound > 0 ? WindowSums.Bit(group) : (byte)0;
        }

        return sum + passiveBound >= _neededWithoutCloseness && sum + _closeness[groups] >= _needed;
    }

    private int BoundOf(int group, int document)
    {
        var bound = 0;
        foreach (var number in Plan.TermsOf(group))
        {
            ref var slice = ref _slices[number];
            bound = Math.Max(bound, slice.Weight * (int)Plan.Terms[number].Postings.BoundOf(document, slice.Start, slice.End));
        }

        return bound;
    }

    private void Offer(Window window, int at)
    {
        var document = window.Snapshot.Documents[window.First + at]!;
        if (window.Filter?.Invoke(document.Key) != false && Scorer.Score(document) is > 0 and var score) // half a synonym is none
        {
            Best.Offer(score, document);
            _needed = (int)(Best.Threshold * Scale * Rounding);
            _neededWithoutCloseness = (int)(Best.Threshold * Scale / (1 + Scorer.MostCloseness) * Rounding);
        }
    }

    private ReadOnlySpan<uint> EntriesOfTerm(int number) => Plan.Terms[number].Postings.Entries[_slices[number].Start.._slices[number].End];

    private int EntriesOf(int group)
    {
        var entries = 0;
        foreach (var number in Plan.TermsOf(group))
        {
            entries += _slices[number].End - _slices[number].Start;
        }

        return entries;
    }

    private readonly record struct Window(Snapshot Snapshot, Func<string, bool>? Filter, int First);

    /// <summary>A term's entries in the window, and what one step of their bounds is worth.</summary>
    private struct Slice
    {
        public int Weight;
        public int Start;
        public int End;
    }
}
