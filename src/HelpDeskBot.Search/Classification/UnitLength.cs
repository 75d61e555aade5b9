namespace HelpDeskBot.Search.Classification;

/// <summary>Makes texts of any length comparable.</summary>
internal static class UnitLength
{
    /// <summary>Turns counts into values: weighted by row, then divided by their Euclidean length, unless that is zero.</summary>
    public static void Scale(Span<float> counts, ReadOnlySpan<int> rows, ReadOnlySpan<float> rowWeights)
    {
        var squares = 0f;
        for (var at = 0; at < counts.Length; at++)
        {
            counts[at] *= rowWeights[rows[at]];
            squares += counts[at] * counts[at];
        }

        var factor = squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
        foreach (ref var value in counts)
        {
            value *= factor;
        }
    }
}
