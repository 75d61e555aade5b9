namespace HelpDeskBot.Search.Classification;

/// <summary>When there is enough to learn a label from, and to propose it.</summary>
internal static class Evidence
{
    private const int FewestExamples = 20;
    private const double LeastPrecision = 0.5;

    public static bool IsEnoughToLearn(LabelQuality label) => IsEnoughToLearn(label.Examples);

    public static bool IsEnoughToLearn(int examples) => examples >= FewestExamples;

    /// <summary>Whether texts tell a label: it must be right more often than not, and more often than naming it always would be.</summary>
    /// <param name="right">For how many held-out texts it came first rightly.</param>
    /// <param name="first">For how many it came first.</param>
    /// <param name="share">Its share of all examples.</param>
    public static bool IsEnoughToPropose(int right, int first, double share) => Proportion.AtLeast(right, first) > Math.Max(LeastPrecision, share);
}
