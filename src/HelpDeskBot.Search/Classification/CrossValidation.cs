namespace HelpDeskBot.Search.Classification;

/// <summary>Learns from all texts, and beside it five times from four fifths of them, to see how well the other fifth is told.</summary>
/// <param name="Learned">What was learned from all texts.</param>
/// <param name="HeldOutScores">The scores of each text's labels, by weights that were learned without it.</param>
internal sealed record CrossValidation(LearnedWeights Learned, IReadOnlyList<float[]> HeldOutScores)
{
    private const int Folds = 5;

    /// <summary>The fold of a text. Equal texts, which a desk has many of, are never on both sides.</summary>
    public static int FoldOf(ulong textHash) => (int)(textHash % Folds);

    /// <param name="corpus">The texts.</param>
    /// <param name="folds">The fold of each.</param>
    /// <param name="stop">Stops it.</param>
    public static CrossValidation Run(Corpus corpus, IReadOnlyList<int> folds, CancellationToken stop)
    {
        var scores = new float[corpus.Count][];
        LearnedWeights? ofAll = null;
        Parallel.For(0, Folds + 1, new ParallelOptions { CancellationToken = stop }, fold =>
        {
            var texts = Enumerable.Range(0, corpus.Count).ToLookup(text => folds[text] == fold);
            var learned = LearnedWeights.From(corpus, [.. texts[false]], stop);
            foreach (var text in texts[true])
            {
                scores[text] = learned.ScoresOf(text);
            }

            if (fold == Folds) // which is nobody's
            {
                ofAll = learned;
            }
        });
        return new CrossValidation(ofAll!, scores);
    }
}
