namespace HelpDeskBot.Search.Confidence;

/// <summary>What of a search's result tells whether its best document answers the query.</summary>
public static class Signals
{
    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["score", "support", "coverage", "best values", "strangeness"];

    /// <summary>
    /// The logarithm of the best document's score, what its words contribute besides the best one, the share of the query's information that it has, the logarithm of
    /// what its best values contribute, and how far the query's words are those of the background. The score itself says more than how far it is ahead: people do not ask
    /// in ways that two articles could not half answer.
    /// </summary>
    public static double[] Of(TopDocs found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.ScoreDocs is [var best, ..] ? [Math.Log(1 + best.Score), best.Support, best.Coverage, Math.Log(1 + best.BestValues), best.Strangeness] : new double[Names.Count];
    }
}
