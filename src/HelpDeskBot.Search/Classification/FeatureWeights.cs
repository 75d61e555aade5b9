namespace HelpDeskBot.Search.Classification;

/// <summary>
/// How much a feature tells, before anything is learned: how far the labels of the texts that contain it differ from the labels of all
/// (Kullback-Leibler divergence). It stands where others put the inverse document frequency, which asks only how rare a feature is.
/// </summary>
internal static class FeatureWeights
{
    /// <summary>What fewer texts contain cannot be learned from.</summary>
    public const int FewestTexts = 2;

    private const double Least = 0.1; // what seems to tell nothing alone may still tell something beside others
    private const double Power = 0.7;
    private const double PriorTexts = 1;

    /// <summary>The weight of each row; 0 if too few of these texts contain it.</summary>
    public static float[] Of(Corpus corpus, ReadOnlySpan<int> texts)
    {
        var counts = new int[corpus.Features.Length * corpus.LabelCount];
        var ofAll = new double[corpus.LabelCount];
        foreach (var text in texts)
        {
            ofAll[corpus.LabelOf(text)] += 1.0 / texts.Length;
            foreach (var row in corpus.RowsOf(text))
            {
                counts[(row * corpus.LabelCount) + corpus.LabelOf(text)]++;
            }
        }

        var weights = new float[corpus.Features.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = Weight(counts.AsSpan(row * corpus.LabelCount, corpus.LabelCount), ofAll);
        }

        return weights;
    }

    private static float Weight(ReadOnlySpan<int> counts, ReadOnlySpan<double> ofAll)
    {
        var total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        if (total < FewestTexts)
        {
            return 0;
        }

        var divergence = 0.0;
        for (var label = 0; label < counts.Length; label++)
        {
            var share = (counts[label] + (PriorTexts * ofAll[label])) / (total + PriorTexts);
            divergence += share > 0 ? share * Math.Log(share / ofAll[label]) : 0;
        }

        return (float)Math.Pow(divergence + Least, Power);
    }
}
