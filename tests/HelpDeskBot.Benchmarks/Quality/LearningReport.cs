using HelpDeskBot.Benchmarks.Engines;
using HelpDeskBot.Benchmarks.Sets;

namespace HelpDeskBot.Benchmarks.Quality;

/// <summary>
/// Prints what it brings when documents learn the questions that they solved: three each, chosen at random from all halves of the set; measured are the questions of
/// this half that were not learned.
/// </summary>
internal static class LearningReport
{
    private const int LearnedPerDocument = 3;
    private const int Rounds = 10;

    /// <param name="all">With all halves.</param>
    /// <param name="set">With the half that is measured.</param>
    public static void Print(RetrievalSet all, RetrievalSet set, OurEngine engine)
    {
        var (before, after) = (new List<Metrics>(), new List<Metrics>());
        for (var seed = 1; seed <= Rounds; seed++)
        {
            var learned = Choose(all.Queries, new Random(seed));
            var rest = set.Queries.ExceptBy(learned.Select(pair => pair.Query.Id), query => query.Id).ToList();
            engine.Index(set.Documents);
            before.Add(QualityReport.Measure(engine, rest));
            engine.Index(set.Documents, [.. learned.Select(pair => (pair.Document, pair.Query.Text))]);
            after.Add(QualityReport.Measure(engine, rest));
        }

        engine.Index(set.Documents);
        var (missing, gained) = (1 - before.Average(round => round.Success3), after.Average(round => round.Success3) - before.Average(round => round.Success3));
        Console.WriteLine(
            $"\n{LearnedPerDocument} solved questions learned per document: success@3 of the others {1 - missing:f3} -> {1 - missing + gained:f3}, "
            + $"{gained / missing:p0} of what was missing; success@1 {before.Average(round => round.Success1):f3} -> {after.Average(round => round.Success1):f3}");
    }

    /// <summary>The same with a file of split, intent and text: an intent is a document of which only the name is known, and learns three of its training texts.</summary>
    public static void Print(string intents)
    {
        var rows = Tsv.Read(intents, "split", "intent", "text").Where(row => row["intent"] != "oos").ToList();
        var documents = rows.Select(row => row["intent"]).Distinct().Select(intent => new SetDocument(intent, [new SetText(intent.Replace('_', ' '), "")])).ToList();
        var queries = rows.Where(row => row["split"] == "test").Select((row, number) => new SetQuery($"q{number}", row["text"], "", new Dictionary<string, int> { [row["intent"]] = 1 })).ToList();
        using var engine = new OurEngine();
        engine.Index(documents);
        Console.WriteLine($"{documents.Count} intents, {queries.Count:N0} questions\n{"",-34} success@1  success@3  MRR@10  nDCG@10  recall@5");
        QualityReport.PrintLine("by their names", QualityReport.Measure(engine, queries));
        var texts = rows.Where(row => row["split"] == "train").ToArray();
        new Random(1).Shuffle(texts);
        engine.Index(documents, [.. texts.GroupBy(row => row["intent"]).SelectMany(rows => rows.Take(LearnedPerDocument)).Select(row => (row["intent"], row["text"]))]);
        QualityReport.PrintLine($"and {LearnedPerDocument} learned questions each", QualityReport.Measure(engine, queries));
    }

    // What solved a question is what is graded best.
    private static List<(SetQuery Query, string Document)> Choose(IReadOnlyList<SetQuery> queries, Random random)
    {
        var shuffled = queries.ToArray();
        random.Shuffle(shuffled);
        return
        [
            .. shuffled.Select(query => (Query: query, Document: query.Grades.MaxBy(grade => grade.Value).Key))
                .GroupBy(pair => pair.Document)
                .SelectMany(pairs => pairs.Take(LearnedPerDocument)),
        ];
    }
}
