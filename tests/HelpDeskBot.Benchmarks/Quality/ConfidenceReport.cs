using HelpDeskBot.Benchmarks.Engines;
using HelpDeskBot.Benchmarks.Sets;
using HelpDeskBot.Search.Confidence;

namespace HelpDeskBot.Benchmarks.Quality;

/// <summary>A message, how sure the engine is of its best document for it, and what is true.</summary>
/// <param name="IsAnswerable">Some document answers it.</param>
/// <param name="IsRight">The best one does.</param>
internal sealed record Sureness(double Confidence, bool IsAnswerable, bool IsRight);

/// <summary>Prints how well the engine knows when it has no answer.</summary>
internal static class ConfidenceReport
{
    private const double FalseSuggestions = 0.05;
    private const int Tenths = 10;

    public static void Print(RetrievalSet set, OurEngine engine)
    {
        List<Sureness> questions = [.. set.Queries.Select(query => Of(query, engine))], none = [.. set.Negatives.Select(query => Of(query, engine))];
        List<Sureness> outOfScope = [.. set.OutOfScope.Select(query => Of(query, engine))], all = [.. none, .. outOfScope];
        Console.WriteLine($"\nconfidence: {questions.Count} questions, {none.Count} that no document answers, {outOfScope.Count} out of scope");
        Console.WriteLine($"AUROC {Auroc(questions, all):f3}" + (outOfScope.Count > 0 && none.Count > 0 ? $" (no answer {Auroc(questions, none):f3}, out of scope {Auroc(questions, outOfScope):f3})" : ""));
        PrintAt(Threshold(all, FalseSuggestions), $"at {FalseSuggestions:p0} false suggestions", questions, all);
        PrintAt(FittedConfidence.Articles.MaybeFrom, "\"maybe this helps\"", questions, all);
        PrintAt(FittedConfidence.Articles.OfferFrom, "offered", questions, all);
        PrintReliability([.. questions, .. all]);
    }

    /// <summary>The confidence that no more than this share of these is above.</summary>
    public static double Threshold(IReadOnlyCollection<Sureness> negatives, double share) =>
        negatives.Select(message => message.Confidence).OrderDescending().ElementAt((int)(share * negatives.Count));

    public static Sureness Of(SetQuery query, OurEngine engine)
    {
        var found = engine.Find(query, Metrics.Deep);
        return new Sureness(FittedConfidence.Articles.Of(found), query.Grades.Count > 0, found.ScoreDocs is [var best, ..] && query.Grades.ContainsKey(best.Key));
    }

    private static void PrintAt(double threshold, string name, List<Sureness> questions, List<Sureness> negatives)
    {
        var answered = questions.Where(message => message.Confidence > threshold).ToList();
        Console.WriteLine(
            $"{name} (above {threshold:f3}): {(double)answered.Count / questions.Count:p1} of the answerable get an answer, {answered.Average(message => message.IsRight ? 1.0 : 0):p1} of these "
            + $"have the right one first; {negatives.Average(message => message.Confidence > threshold ? 1.0 : 0):p1} false suggestions");
    }

    // The chance that a question is above a negative: by ranks, equal ones halved.
    private static double Auroc(IReadOnlyCollection<Sureness> positives, IReadOnlyCollection<Sureness> negatives) =>
        positives.Average(positive => negatives.Average(negative => positive.Confidence > negative.Confidence ? 1.0 : positive.Confidence == negative.Confidence ? 0.5 : 0));

    private static void PrintReliability(List<Sureness> messages)
    {
        var tenths = messages.GroupBy(message => Math.Min(Tenths - 1, (int)(message.Confidence * Tenths))).OrderBy(tenth => tenth.Key)
            .Select(tenth => (From: (double)tenth.Key / Tenths, Count: tenth.Count(), Said: tenth.Average(message => message.Confidence), Right: tenth.Average(message => message.IsRight ? 1.0 : 0)))
            .ToList();
        Console.WriteLine($"expected calibration error {tenths.Sum(tenth => tenth.Count * Math.Abs(tenth.Said - tenth.Right)) / messages.Count:f3}\n  from  messages   said  right");
        tenths.ForEach(tenth => Console.WriteLine($"  {tenth.From:f1}  {tenth.Count,9}  {tenth.Said:f3}  {tenth.Right:f3}"));
    }
}
