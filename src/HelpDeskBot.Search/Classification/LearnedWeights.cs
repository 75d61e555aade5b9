namespace HelpDeskBot.Search.Classification;

/// <summary>What was learned from some texts of a corpus.</summary>
/// <param name="Corpus">The corpus.</param>
/// <param name="RowWeights">How much each feature tells.</param>
/// <param name="Values">The value of every entry of the corpus, other texts included.</param>
/// <param name="Weights">What it says for each label.</param>
internal sealed record LearnedWeights(Corpus Corpus, float[] RowWeights, float[] Values, LinearWeights Weights)
{
    public static LearnedWeights From(Corpus corpus, int[] texts, CancellationToken stop)
    {
        var rowWeights = FeatureWeights.Of(corpus, texts);
        var values = corpus.ValuesWith(rowWeights);
        return new LearnedWeights(corpus, rowWeights, values, SoftmaxRegression.Fit(corpus, values, texts, stop));
    }

    /// <summary>The score of each label for a text of the corpus.</summary>
    public float[] ScoresOf(int text)
    {
        var scores = new float[Weights.Stride];
        Weights.Score(Corpus.RowsOf(text), Values.AsSpan(Corpus.EntriesOf(text)), scores);
        return scores[..Corpus.LabelCount];
    }
}
