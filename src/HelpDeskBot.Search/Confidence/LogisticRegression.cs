namespace HelpDeskBot.Search.Confidence;

/// <summary>Turns numbers into a probability: the logistic function of a weighted sum.</summary>
/// <param name="Bias">What the sum begins with.</param>
/// <param name="Weights">What each of the numbers is multiplied by.</param>
public sealed record LogisticRegression(double Bias, IReadOnlyList<double> Weights)
{
    // Keeps weights finite where a number separates the samples by itself.
    private const double Ridge = 1;
    private const int Steps = 25;

    /// <summary>From 0 to 1.</summary>
    public double Probability(IReadOnlyList<double> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var sum = Bias;
        for (var at = 0; at < Weights.Count; at++)
        {
            sum += Weights[at] * numbers[at];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Learns from samples, by Newton's method; the same samples give the same weights.</summary>
    public static LogisticRegression Fit(IReadOnlyList<(double[] Numbers, bool Is)> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var size = samples[0].Numbers.Length + 1;
        var weights = new double[size];
        for (var step = 0; step < Steps; step++)
        {
            var (gradient, curvature) = Derivatives(samples, weights);
            var change = Solve(curvature, gradient);
            for (var at = 0; at < size; at++)
            {
                weights[at] += change[at];
            }
        }

        return new LogisticRegression(weights[0], weights[1..]);
    }

    private static (double[] Gradient, double[][] Curvature) Derivatives(IReadOnlyList<(double[] Numbers, bool Is)> samples, double[] weights)
    {
        var size = weights.Length;
        var gradient = weights.Select((weight, at) => at == 0 ? 0 : -Ridge * weight).ToArray();
        var curvature = Enumerable.Range(0, size).Select(row => new double[size]).ToArray();
        for (var at = 1; at < size; at++)
        {
            curvature[at][at] = Ridge;
        }

        foreach (var (numbers, isSo) in samples)
        {
            double[] inputs = [1, .. numbers];
            var probability = 1 / (1 + Math.Exp(-inputs.Zip(weights, (input, weight) => input * weight).Sum()));
            for (var row = 0; row < size; row++)
            {
                gradient[row] += ((isSo ? 1 : 0) - probability) * inputs[row];
                for (var column = 0; column < size; column++)
                {
                    curvature[row][column] += probability * (1 - probability) * inputs[row] * inputs[column];
                }
            }
        }

        return (gradient, curvature);
    }

    // Gauss's elimination; the ridge keeps every pivot away from zero.
    private static double[] Solve(double[][] matrix, double[] right)
    {
        var size = right.Length;
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = 0; row < size; row++)
            {
                var factor = row == pivot ? 0 : matrix[row][pivot] / matrix[pivot][pivot];
                for (var column = pivot; column < size && factor != 0; column++)
                {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }

                right[row] -= factor * right[pivot];
            }
        }

        return [.. right.Select((value, row) => value / matrix[row][row])];
    }
}
