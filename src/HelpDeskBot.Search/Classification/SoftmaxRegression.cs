namespace HelpDeskBot.Search.Classification;

/// <summary>
/// Multinomial logistic regression, L2-regularised, by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang 2013): every text has one
/// dual variable per label, which tends to what is missing (one for the right label, less its probability). No learning rate to choose.
/// </summary>
internal sealed class SoftmaxRegression
{
    /// <summary>How much a text's loss counts against the size of the weights.</summary>
    private const float Cost = 15;

    private const int Passes = 10;
    private const int Seed = 1;
    private const float Curvature = 0.5f; // the loss is nowhere more curved than that

    private readonly Corpus _corpus;
    private readonly float[] _values;
    private readonly LinearWeights _weights;
    private readonly float[] _duals;
    private readonly float[] _change;

    private SoftmaxRegression(Corpus corpus, float[] values)
    {
        (_corpus, _values) = (corpus, values);
        _weights = new LinearWeights(corpus.Features.Length, corpus.LabelCount);
        _duals = new float[corpus.Count * _weights.Stride];
        _change = new float[_weights.Stride];
    }

    /// <summary>Learns from some texts of a corpus.</summary>
    public static LinearWeights Fit(Corpus corpus, float[] values, ReadOnlySpan<int> texts, CancellationToken stop)
    {
        var regression = new SoftmaxRegression(corpus, values);
        var order = texts.ToArray();
        var random = new Random(Seed);
        for (var pass = 0; pass < Passes; pass++)
        {
            stop.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var text in order)
            {
                regression.Visit(text);
            }
        }

        return regression._weights;
    }

    private void Visit(int text)
    {
        var rows = _corpus.RowsOf(text);
        var values = _values.AsSpan(_corpus.EntriesOf(text));
        var duals = _duals.AsSpan(text * _weights.Stride, _corpus.LabelCount);
        var change = _change.AsSpan(0, _corpus.LabelCount);
        _weights.Score(rows, values, _change);
        Softmax.Apply(change);
        var squaredLength = rows.IsEmpty ? 1 : 2; // with the bias, which is a value of 1
        var step = 1 / (1 + (Curvature * Cost * squaredLength));
        for (var label = 0; label < change.Length; label++)
        {
            var missing = (label == _corpus.LabelOf(text) ? 1 : 0) - change[label];
            change[label] = step * (missing - duals[label]);
            duals[label] += change[label];
            change[label] *= Cost;
        }

        _weights.Add(_change, rows, values);
    }
}
