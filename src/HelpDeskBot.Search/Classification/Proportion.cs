namespace HelpDeskBot.Search.Classification;

/// <summary>What a share says about the true one.</summary>
internal static class Proportion
{
    private const double Z = 1.645; // 95 % on one side

    /// <summary>The share that the true one exceeds with 95 % confidence (Wilson's score interval); 0 without any cases.</summary>
    public static double AtLeast(int right, int cases)
    {
        if (cases == 0)
        {
            return 0;
        }

        var share = (double)right / cases;
        var spread = Z * Math.Sqrt((share * (1 - share) / cases) + (Z * Z / (4.0 * cases * cases)));
        return (share + (Z * Z / (2.0 * cases)) - spread) / (1 + (Z * Z / cases));
    }
}
