using System.Globalization;
using HelpDeskBot.Benchmarks.Engines;
using HelpDeskBot.Benchmarks.Sets;
using HelpDeskBot.Search.Confidence;

namespace HelpDeskBot.Benchmarks.Quality;

/// <summary>Fits the confidence to the half of a set that is for tuning, and prints the numbers that stand in <see cref="FittedConfidence"/>.</summary>
internal static class FitCommand
{
    private const double FalseOffers = 0.05;
    private const double FalseMaybes = 0.15;

    public static void Run(RetrievalSet set)
    {
        using var engine = new OurEngine();
        engine.Index(set.Documents);
        var samples = set.Queries.Concat(set.Negatives).Concat(set.OutOfScope).Select(query => SampleOf(query, engine)).ToList();
        var model = LogisticRegression.Fit(samples);
        List<Sureness> negatives = [.. set.Negatives.Concat(set.OutOfScope).Select(query => new Sureness(model.Probability(SampleOf(query, engine).Numbers), IsAnswerable: false, IsRight: false))];
        Console.WriteLine($"new(new LogisticRegression({Number(model.Bias)}, [{string.Join(", ", model.Weights.Select(Number))}]), "
            + $"MaybeFrom: {Number(ConfidenceReport.Threshold(negatives, FalseMaybes))}, OfferFrom: {Number(ConfidenceReport.Threshold(negatives, FalseOffers))})");
        Console.WriteLine($"{samples.Count} messages; weights of {string.Join(", ", Signals.Names)}");
    }

    private static (double[] Numbers, bool Is) SampleOf(SetQuery query, OurEngine engine)
    {
        var found = engine.Find(query, Metrics.Deep);
        return (Signals.Of(found), found.ScoreDocs is [var best, ..] && query.Grades.ContainsKey(best.Key));
    }

    private static string Number(double number) => number.ToString("f3", CultureInfo.InvariantCulture);
}
