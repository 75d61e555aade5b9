namespace HelpDeskBot.Search.Classification;

/// <summary>Temperature scaling: one factor for all scores, so that of what is given 80 % about 80 % is right.</summary>
internal static class Calibration
{
    private const int MostSteps = 20;
    private const double Accuracy = 1e-4;
    private const double Least = 0.05;
    private const double Most = 2;

    /// <summary>The factor under which the right labels are likeliest, by Newton's method: the loss is convex in it.</summary>
    /// <param name="scores">Scores of held-out texts.</param>
    /// <param name="labelOf">The right label of each.</param>
    public static float Factor(IReadOnlyList<float[]> scores, Func<int, int> labelOf)
    {
        var factor = 1.0;
        for (var step = 0; step < MostSteps; step++)
        {
            var (slope, curvature) = (0.0, 1e-9); // of no texts nothing is learned
            for (var text = 0; text < scores.Count; text++)
            {
                Add(scores[text], labelOf(text), factor, ref slope, ref curvature);
            }

            var before = factor;
            factor = Math.Clamp(factor - (slope / curvature), Least, Most);
            if (Math.Abs(factor - before) < Accuracy)
            {
                break;
            }
        }

        return (float)factor;
    }

    /// <summary>The probabilities that scores stand for.</summary>
    public static float[] Probabilities(ReadOnlySpan<float> scores, double factor)
    {
        var probabilities = scores.ToArray();
        foreach (ref var probability in probabilities.AsSpan())
        {
            probability *= (float)factor;
        }

        Softmax.Apply(probabilities);
        return probabilities;
    }

    // The first derivative of the loss is the mean of the scores less the right one's, the second is their variance.
    private static void Add(ReadOnlySpan<float> scores, int right, double factor, ref double slope, ref double curvature)
    {
        var (mean, squares) = (0.0, 0.0);
        foreach (var (label, probability) in Probabilities(scores, factor).Index())
        {
            mean += probability * (double)scores[label];
            squares += probability * (double)scores[label] * scores[label];
        }

        slope += mean - scores[right];
        curvature += squares - (mean * mean);
    }
}
