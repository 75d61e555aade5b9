namespace HelpDeskBot.Desk.Search;

/// <summary>Tells whether two texts are about the same thing, by the words they share. Costs the two texts, whatever else there is.</summary>
internal static class Sameness
{
    // To take two things for one annoys more than to miss it: most of what is said must stand in the other.
    private const int FewestShared = 3;
    private const double LeastShare = 0.6;

    /// <summary>Whether most of what is said stands in the other text too.</summary>
    public static bool IsAbout(string said, string other, string language) => Shared(Analyzers.WordsOf(said, language), other, language) is not null;

    /// <summary>How many of these words the other text shares; null if too few to be about the same.</summary>
    public static int? Shared(IReadOnlySet<string> said, string other, string language)
    {
        if (said.Count < FewestShared)
        {
            return null;
        }

        var shared = Analyzers.WordsOf(other, language).Count(said.Contains);
        return shared >= FewestShared && shared >= LeastShare * said.Count ? shared : null;
    }
}
