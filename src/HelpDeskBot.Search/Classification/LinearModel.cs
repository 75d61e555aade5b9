using System.Runtime.InteropServices;

namespace HelpDeskBot.Search.Classification;

/// <summary>What was learned, rounded as it is stored: for each feature how much it tells, and for each label a weight of one byte times the row's step.</summary>
internal sealed class LinearModel
{
    private readonly uint[] _features;
    private readonly float[] _rowWeights;
    private readonly float[] _steps;
    private readonly sbyte[] _weights;
    private readonly float[] _bias;
    private readonly Dictionary<uint, int> _rows;

    private LinearModel(uint[] features, float[] rowWeights, float[] steps, sbyte[] weights, float[] bias)
    {
        (_features, _rowWeights, _steps, _weights, _bias) = (features, rowWeights, steps, weights, bias);
        _rows = new Dictionary<uint, int>(features.Length);
        foreach (var (row, feature) in features.Index())
        {
            _rows[feature] = row;
        }
    }

    public int LabelCount => _bias.Length;

    /// <summary>Rounds weights, each times a factor.</summary>
    public static LinearModel Of(LearnedWeights learned, float factor)
    {
        var labels = learned.Corpus.LabelCount;
        var features = learned.Corpus.Features;
        var steps = new float[features.Length];
        var rounded = new sbyte[features.Length * labels];
        for (var row = 0; row < steps.Length; row++)
        {
            var exact = learned.Weights.Of(row);
            steps[row] = Largest(exact) * factor / sbyte.MaxValue;
            for (var label = 0; label < labels && steps[row] > 0; label++)
            {
                rounded[(row * labels) + label] = (sbyte)MathF.Round(exact[label] * factor / steps[row]);
            }
        }

        return new LinearModel(features, learned.RowWeights, steps, rounded, [.. learned.Weights.Bias.ToArray().Select(bias => bias * factor)]);
    }

    /// <summary>Finds a text's features.</summary>
    /// <param name="features">The text's features, as often as they occur.</param>
    /// <param name="rows">Room for as many; gets the row of each different one that is known.</param>
    /// <param name="values">Room for as many; gets their values.</param>
    /// <returns>How many different ones are known.</returns>
    public int Find(ReadOnlySpan<uint> features, Span<int> rows, Span<float> values)
    {
        var found = 0;
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row))
            {
                rows[found++] = row;
            }
        }

        var count = Count(rows[..found], values);
        UnitLength.Scale(values[..count], rows[..count], _rowWeights);
        return count;
    }

    /// <summary>Writes the score of each label.</summary>
    public void Score(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> scores)
    {
        _bias.CopyTo(scores);
        for (var at = 0; at < rows.Length; at++)
        {
            var factor = values[at] * _steps[rows[at]];
            var weights = _weights.AsSpan(rows[at] * LabelCount, LabelCount);
            for (var label = 0; label < weights.Length; label++)
            {
                scores[label] += factor * weights[label];
            }
        }
    }

    /// <summary>How much one occurrence of a feature speaks for a label, before the text's length is taken into account; 0 if it is not known.</summary>
    public float Voice(uint feature, int label) =>
        _rows.TryGetValue(feature, out var row) ? _rowWeights[row] * _steps[row] * _weights[(row * LabelCount) + label] : 0;

    public void Write(BinaryWriter to)
    {
        to.Write(LabelCount);
        to.Write(_features.Length);
        to.Write(MemoryMarshal.AsBytes<float>(_bias));
        to.Write(MemoryMarshal.AsBytes<uint>(_features));
        to.Write(MemoryMarshal.AsBytes<float>(_rowWeights));
        to.Write(MemoryMarshal.AsBytes<float>(_steps));
        to.Write(MemoryMarshal.AsBytes<sbyte>(_weights));
    }

    public static LinearModel Read(BinaryReader from)
    {
        var (labels, rows) = (from.ReadInt32(), from.ReadInt32());
        var bias = Array<float>(from, labels);
        var (features, rowWeights, steps) = (Array<uint>(from, rows), Array<float>(from, rows), Array<float>(from, rows));
        return new LinearModel(features, rowWeights, steps, Array<sbyte>(from, rows * labels), bias);
    }

    private static T[] Array<T>(BinaryReader from, int length)
        where T : unmanaged
    {
        var array = new T[length];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    private static float Largest(ReadOnlySpan<float> weights)
    {
        var largest = 0f;
        foreach (var weight in weights)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        return largest;
    }

    // Leaves each row once, with its count.
    private static int Count(Span<int> rows, Span<float> counts)
    {
        rows.Sort();
        var kept = 0;
        for (var at = 0; at < rows.Length; at++)
        {
            if (kept > 0 && rows[kept - 1] == rows[at])
            {
                counts[kept - 1]++;
            }
            else
            {
                rows[kept] = rows[at];
                counts[kept++] = 1;
            }
        }

        return kept;
    }
}
