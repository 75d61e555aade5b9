namespace HelpDeskBot.Search.Classification;

/// <summary>Learns from all texts, and beside it five times from four fifths of them, to see how well the other fifth is told.</summary>
internal sealed class CrossValidation
{
    private const int Folds = 5;

    private readonly Corpus _corpus;
    private readonly IReadOnlyList<int> _folds;
    private readonly float[][] _scores;

    private CrossValidation(Corpus corpus, IReadOnlyList<int> folds)
    {
        (_corpus, _folds) = (corpus, folds);
        _scores = new float[corpus.Count][];
    }

    /// <summary>What was learned from all texts.</summary>
    public LinearWeights Weights { get; private set; } = null!;

    /// <summary>How much each feature tells.</summary>
    public float[] RowWeights { get; private set; } = null!;

    /// <summary>The scores of each text's labels, by weights that were learned without it.</summary>
    public IReadOnlyList<float[]> HeldOutScores => _scores;

    /// <summary>The fold of a text. Equal texts, which a desk has many of, are never on both sides.</summary>
    public static int FoldOf(ulong textHash) => (int)(textHash % Folds);

    public static CrossValidation Run(Corpus corpus, IReadOnlyList<int> folds, CancellationToken stop)
    {
        var run = new CrossValidation(corpus, folds);
        Parallel.For(0, Folds + 1, new ParallelOptions { CancellationToken = stop }, fold => run.Learn(fold, stop));
        return run;
    }

    // The fold behind the last one is nobody's: nothing is held out.
    private void Learn(int fold, CancellationToken stop)
    {
        var texts = Enumerable.Range(0, _corpus.Count).ToLookup(text => _folds[text] == fold);
        int[] learned = [.. texts[false]];
        var rowWeights = FeatureWeights.Of(_corpus, learned);
        var values = _corpus.ValuesWith(rowWeights);
        var weights = SoftmaxRegression.Fit(_corpus, values, learned, stop);
        if (fold == Folds)
        {
            (Weights, RowWeights) = (weights, rowWeights);
        }

        var scores = new float[weights.Stride];
        foreach (var text in texts[true])
        {
            weights.Score(_corpus.RowsOf(text), values.AsSpan(_corpus.EntriesOf(text)), scores);
            _scores[text] = scores[.._corpus.LabelCount];
        }
    }
}
