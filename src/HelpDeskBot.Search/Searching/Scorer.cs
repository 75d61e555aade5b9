using System.Runtime.InteropServices;
using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>
/// Scores documents: BM25F of the groups' best terms, more for neighbouring words of the query that stand close together, and more for the best value of each field
/// of which it counts.
/// </summary>
internal sealed class Scorer(Schema schema)
{
    /// <summary>The most that closeness adds, as a share of what the words themselves contribute.</summary>
    public const double MostCloseness = 0.1;

    // Further apart they do not stand together.
    private const int Near = 8;

    private readonly TermTable _table = new();
    private readonly List<BestValue> _bestValues = [];
    private QueryPlan _plan = null!;
    private double[] _occurrences = new double[32];
    private double[] _inValue = new double[32];
    private bool[] _isFound = new bool[32];
    private int[] _lastSeen = new int[32];
    private double[] _nearness = new double[32];
    private double[] _contributions = new double[32];

    /// <summary>What each group contributed through the texts of the document scored last.</summary>
    public ReadOnlySpan<double> Contributions => _contributions.AsSpan(0, _plan.Groups.Count);

    /// <summary>What closeness contributed to the document scored last.</summary>
    public double Closeness { get; private set; }

    /// <summary>The best value of each field of the document scored last.</summary>
    public IReadOnlyList<BestValue> BestValues => _bestValues;

    /// <summary>What the best values contributed to the document scored last.</summary>
    public double SumBestValues()
    {
        var sum = 0.0;
        foreach (var value in CollectionsMarshal.AsSpan(_bestValues))
        {
            sum += value.Score;
        }

        return sum;
    }

    /// <summary>What the second and third best groups contributed through the texts of the document scored last.</summary>
    public double Support()
    {
        var (first, second, third) = (0.0, 0.0, 0.0);
        foreach (var contribution in Contributions)
        {
            (first, second, third) = contribution > first ? (contribution, first, second)
                : contribution > second ? (first, contribution, second)
                : (first, second, Math.Max(third, contribution));
        }

        return second + third;
    }

    /// <summary>How much more usual the groups are in the background than in the documents and the one scored last: each by its weight.</summary>
    public double Strangeness()
    {
        var sum = 0.0;
        var groups = CollectionsMarshal.AsSpan(_plan.Groups);
        for (var group = 0; group < groups.Length; group++)
        {
            ref var planned = ref groups[group];
            sum += planned.Weight * Similarity.Strangeness(planned.Background, planned.Own, _contributions[group] / planned.Weight);
        }

        return sum;
    }

    /// <summary>How many groups the document scored last has, and their weight.</summary>
    public int MatchedGroups(out double weight)
    {
        (weight, var count) = (0, 0);
        for (var group = 0; group < _plan.Groups.Count; group++)
        {
            var best = 0.0;
            foreach (var number in _plan.TermsOf(group))
            {
                best = _isFound[number] ? Math.Max(best, _plan.Terms[number].Factor) : best;
            }

            weight += best * _plan.Groups[group].Weight;
            count += best > 0 ? 1 : 0;
        }

        return count;
    }

    public void Prepare(QueryPlan plan)
    {
        _plan = plan;
        _table.Fill(plan);
        if (plan.Terms.Length > _occurrences.Length)
        {
            (_occurrences, _isFound) = (new double[2 * plan.Terms.Length], new bool[2 * plan.Terms.Length]);
        }

        if (plan.Groups.Count > _lastSeen.Length)
        {
            (_lastSeen, _nearness) = (new int[2 * plan.Groups.Count], new double[2 * plan.Groups.Count]);
            (_contributions, _inValue) = (new double[2 * plan.Groups.Count], new double[2 * plan.Groups.Count]);
        }
    }

    public double Score(StoredDocument document)
    {
        _occurrences.AsSpan(0, _plan.Terms.Length).Clear();
        _isFound.AsSpan(0, _plan.Terms.Length).Clear();
        _nearness.AsSpan(0, _plan.Groups.Count).Clear();
        _bestValues.Clear();
        var tokens = document.Tokens;
        for (var (at, number) = (0, 0); at < tokens.Length; number++)
        {
            var header = ValueHeader.Read(tokens[at..]);
            var value = tokens.Slice(at + ValueHeader.Size, header.Length);
            if (ReadText(header.Occurrence, value) && schema[header.Field].BestValueWeight > 0)
            {
                ScoreValue(header, value, number);
            }

            at += ValueHeader.Size + header.Length;
        }

        var score = Sum();
        Closeness = SumCloseness();
        return score + SumBestValues() + Closeness;
    }

    // Says whether anything was found.
    private bool ReadText(float occurrence, ReadOnlySpan<int> tokens)
    {
        var found = false;
        _lastSeen.AsSpan(0, _plan.Groups.Count).Fill(-1);
        for (var at = 0; at < tokens.Length; at++)
        {
            for (var number = _table.First(tokens[at]); number >= 0; number = _table.Next(number))
            {
                ref var term = ref _plan.Terms[number];
                if (term.Phrase.IsAtStartOf(tokens[at..]))
                {
                    _occurrences[number] += occurrence;
                    _isFound[number] = found = true;
                    See(term.Group, at);
                }
            }
        }

        return found;
    }

    // What of the query it has, by how much else it says. Of a field's values, which stand together, the best counts; the earlier of equal ones.
    private void ScoreValue(ValueHeader header, ReadOnlySpan<int> tokens, int number)
    {
        var share = Compare(tokens) / header.Length;
        var score = schema[header.Field].BestValueWeight * header.Weight * share * TakeMatched();
        if (_bestValues.Count == 0 || _bestValues[^1].Field != header.Field)
        {
            _bestValues.Add(new BestValue(header.Field, number, score));
        }
        else if (score > _bestValues[^1].Score)
        {
            _bestValues[^1] = new BestValue(header.Field, number, score);
        }
    }

    // Finds how far each group is in a value, and how many of its words are looked for.
    private double Compare(ReadOnlySpan<int> tokens)
    {
        var covered = 0.0;
        for (var at = 0; at < tokens.Length; at++)
        {
            var best = 0.0;
            for (var number = _table.First(tokens[at]); number >= 0; number = _table.Next(number))
            {
                ref var term = ref _plan.Terms[number];
                if (term.Phrase.IsAtStartOf(tokens[at..]))
                {
                    best = Math.Max(best, term.Factor * (1 + term.Phrase.Following.Length));
                    _inValue[term.Group] = Math.Max(_inValue[term.Group], term.Factor);
                }
            }

            covered += best;
        }

        return Math.Min(covered, tokens.Length);
    }

    private double TakeMatched()
    {
        var weight = 0.0;
        for (var group = 0; group < _plan.Groups.Count; group++)
        {
            weight += _inValue[group] * _plan.Groups[group].Weight;
            _inValue[group] = 0;
        }

        return weight;
    }

    private void See(int group, int at)
    {
        _lastSeen[group] = at;
        if (group > 0 && _lastSeen[group - 1] >= 0)
        {
            Approach(group - 1, at - _lastSeen[group - 1]);
        }

        if (group + 1 < _plan.Groups.Count && _lastSeen[group + 1] >= 0)
        {
            Approach(group, at - _lastSeen[group + 1] + 1); // the wrong way round
        }
    }

    private void Approach(int pair, int distance)
    {
        if (distance <= Near)
        {
            _nearness[pair] = Math.Max(_nearness[pair], 1.0 / Math.Max(1, distance)); // two words may be one, written together
        }
    }

    // The best term of a group counts.
    private double Sum()
    {
        var sum = 0.0;
        var groups = CollectionsMarshal.AsSpan(_plan.Groups);
        for (var group = 0; group < groups.Length; group++)
        {
            var best = 0.0;
            foreach (var number in _plan.TermsOf(group))
            {
                if (_occurrences[number] > 0)
                {
                    best = Math.Max(best, _plan.Terms[number].Factor * Similarity.Saturate(_occurrences[number]));
                }
            }

            _contributions[group] = groups[group].Weight * best;
            sum += _contributions[group];
        }

        return sum;
    }

    private double SumCloseness()
    {
        var sum = 0.0;
        for (var pair = 0; pair + 1 < _plan.Groups.Count; pair++)
        {
            sum += _nearness[pair] * Math.Min(_contributions[pair], _contributions[pair + 1]);
        }

        return MostCloseness * sum;
    }

    /// <param name="Number">Which text of the document it is, in the order of the fields.</param>
    public readonly record struct BestValue(int Field, int Number, double Score);
}
