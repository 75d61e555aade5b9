namespace HelpDeskBot.Search.Classification;

/// <summary>How many first proposals were right at each probability, in thousandths, on held-out texts.</summary>
internal sealed class PrecisionCurve(int[] cases, int[] right)
{
    public const int Bins = 1001; // the last one is certainty

    public PrecisionCurve()
        : this(new int[Bins], new int[Bins])
    {
    }

    public ReadOnlySpan<int> Cases => cases;

    public ReadOnlySpan<int> Right => right;

    public void Add(double probability, bool isRight)
    {
        var bin = (int)(probability * (Bins - 1));
        cases[bin]++;
        right[bin] += isRight ? 1 : 0;
    }

    /// <summary>The lowest probability from which on the precision was reached with 95 % confidence; null if the cases do not show that.</summary>
    public double? ThresholdFor(double precision)
    {
        double? lowest = null;
        var (allCases, allRight) = (0, 0);
        for (var bin = Bins - 1; bin >= 0; bin--)
        {
            allCases += cases[bin];
            allRight += right[bin];
            if (Proportion.AtLeast(allRight, allCases) >= precision)
            {
                lowest = (double)bin / (Bins - 1);
            }
        }

        return lowest;
    }
}
