using System.Numerics;

namespace HelpDeskBot.Search.Classification;

/// <summary>A weight for each row and label, and a bias for each label. The labels of a row stand together, as many at once as the processor adds.</summary>
internal sealed class LinearWeights(int rows, int labels)
{
    private readonly float[] _weights = new float[rows * StrideOf(labels)];
    private readonly float[] _bias = new float[StrideOf(labels)];

    /// <summary>Numbers that the labels take up.</summary>
    public int Stride { get; } = StrideOf(labels);

    public ReadOnlySpan<float> Bias => _bias.AsSpan(0, labels);

    public ReadOnlySpan<float> Of(int row) => _weights.AsSpan(row * Stride, labels);

    /// <summary>Writes the score of each label.</summary>
    public void Score(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> scores)
    {
        for (var lane = 0; lane < Stride; lane += Vector<float>.Count)
        {
            var sum = new Vector<float>(_bias, lane);
            for (var at = 0; at < rows.Length; at++)
            {
                sum += new Vector<float>(_weights, (rows[at] * Stride) + lane) * values[at];
            }

            sum.CopyTo(scores[lane..]);
        }
    }

    /// <summary>Adds a change of each label, times the text's values.</summary>
    public void Add(ReadOnlySpan<float> change, ReadOnlySpan<int> rows, ReadOnlySpan<float> values)
    {
        for (var lane = 0; lane < Stride; lane += Vector<float>.Count)
        {
            var step = new Vector<float>(change[lane..]);
            (new Vector<float>(_bias, lane) + step).CopyTo(_bias, lane);
            for (var at = 0; at < rows.Length; at++)
            {
                var place = (rows[at] * Stride) + lane;
                (new Vector<float>(_weights, place) + (step * values[at])).CopyTo(_weights, place);
            }
        }
    }

    private static int StrideOf(int labels) => (labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
}
