namespace HelpDeskBot.Search.Classification;

/// <summary>What a classifier would have said of texts that it was not trained on.</summary>
internal sealed class HeldOut(Corpus corpus, IReadOnlyList<float[]> scores, float factor)
{
    /// <summary>How often each label came first, and how often rightly.</summary>
    public (int[] First, int[] Right) Firsts()
    {
        var (first, right) = (new int[corpus.LabelCount], new int[corpus.LabelCount]);
        for (var text = 0; text < corpus.Count; text++)
        {
            var highest = Array.IndexOf(scores[text], scores[text].Max());
            first[highest]++;
            right[highest] += highest == corpus.LabelOf(text) ? 1 : 0;
        }

        return (first, right);
    }

    /// <summary>How often the likeliest of the labels that may be proposed was right, by its probability.</summary>
    public PrecisionCurve Curve(IReadOnlyList<int> proposed)
    {
        var curve = new PrecisionCurve();
        for (var text = 0; proposed.Count > 0 && text < corpus.Count; text++)
        {
            if (!corpus.RowsOf(text).IsEmpty) // of which nothing would be said
            {
                var probabilities = Calibration.Probabilities(scores[text], factor);
                var first = proposed.MaxBy(label => probabilities[label]);
                curve.Add(probabilities[first], first == corpus.LabelOf(text));
            }
        }

        return curve;
    }
}
