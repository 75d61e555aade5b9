namespace HelpDeskBot.Desk.Search;

/// <summary>Puts texts that say much the same together, by the words they share; rare words count more.</summary>
internal static class TextClusters
{
    // Measured by cosine: a third of what two texts say is in both.
    private const double Alike = 0.34;

    /// <summary>The groups as indexes of the texts, the largest first; in each, the text most like the others first. A text without words is left out.</summary>
    /// <param name="texts">The different words of each text, as an analyzer gives them.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<IReadOnlySet<string>> texts)
    {
        var weights = WeightsOf(texts);
        var clusters = new List<Cluster>();
        foreach (var (index, words) in texts.Index().Where(text => text.Item.Count > 0))
        {
            var vector = new Vector(words, weights);
            if (clusters.MaxBy(cluster => cluster.LikenessOf(vector)) is { } nearest && nearest.LikenessOf(vector) >= Alike)
            {
                nearest.Add(index, vector);
            }
            else
            {
                clusters.Add(new Cluster(index, vector));
            }
        }

        return [.. clusters.Select(cluster => cluster.Members()).OrderByDescending(members => members.Count)];
    }

    private static Dictionary<string, double> WeightsOf(IReadOnlyList<IReadOnlySet<string>> texts) => texts
        .SelectMany(words => words)
        .CountBy(word => word, StringComparer.Ordinal)
        .ToDictionary(pair => pair.Key, pair => Math.Log(1 + ((double)texts.Count / pair.Value)), StringComparer.Ordinal);

    private sealed class Vector
    {
        public Vector(IReadOnlySet<string> words, Dictionary<string, double> weights)
        {
            var length = Math.Sqrt(words.Sum(word => weights[word] * weights[word]));
            Parts = words.ToDictionary(word => word, word => weights[word] / length, StringComparer.Ordinal);
        }

        public IReadOnlyDictionary<string, double> Parts { get; }
    }

    // The sum of its members stands for it: the mean, up to a length that the cosine takes out.
    private sealed class Cluster
    {
        private readonly Dictionary<string, double> _sum = new(StringComparer.Ordinal);
        private readonly List<(int Index, Vector Vector)> _members = [];
        private double _length;

        public Cluster(int index, Vector vector) => Add(index, vector);

        public void Add(int index, Vector vector)
        {
            _members.Add((index, vector));
            foreach (var (word, part) in vector.Parts)
            {
                _sum[word] = _sum.GetValueOrDefault(word) + part;
            }

            _length = Math.Sqrt(_sum.Values.Sum(part => part * part));
        }

        public double LikenessOf(Vector vector) =>
            vector.Parts.Sum(part => part.Value * _sum.GetValueOrDefault(part.Key)) / _length;

        public IReadOnlyList<int> Members() => [.. _members.OrderByDescending(member => LikenessOf(member.Vector)).Select(member => member.Index)];
    }
}
