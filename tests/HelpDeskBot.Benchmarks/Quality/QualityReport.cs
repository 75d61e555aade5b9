using HelpDeskBot.Benchmarks.Engines;
using HelpDeskBot.Benchmarks.Sets;

namespace HelpDeskBot.Benchmarks.Quality;

/// <summary>Prints how good the results of engines are, with and without slips of the hand.</summary>
internal static class QualityReport
{
    private static readonly int[] TypoSeeds = [1, 2, 3, 4, 5];

    public static void Print(RetrievalSet set, IReadOnlyList<IEngine> engines)
    {
        Console.WriteLine($"\n{"",-34} success@1  success@3  MRR@10  nDCG@10  recall@5");
        foreach (var engine in engines)
        {
            engine.Index(set.Documents);
            PrintLine(engine.Name, Measure(engine, set.Queries));
            PrintLine("  one slip in every fourth word", Mean([.. TypoSeeds.Select(seed => Measure(engine, WithTypos(set.Queries, seed)))]));
        }
    }

    public static void PrintLine(string name, Metrics metrics) => Console.WriteLine(
        $"{name,-34}     {metrics.Success1:f3}      {metrics.Success3:f3}   {metrics.Mrr10:f3}    {metrics.Ndcg10:f3}     {metrics.Recall5:f3}");

    public static Metrics Measure(IEngine engine, IEnumerable<SetQuery> queries) =>
        Metrics.Of([.. queries.Select(query => (query, engine.Search(query, Metrics.Deep)))]);

    private static IEnumerable<SetQuery> WithTypos(IEnumerable<SetQuery> queries, int seed)
    {
        var typos = new Typos(seed);
        return queries.Select(query => query with { Text = typos.In(query.Text) });
    }

    private static Metrics Mean(IReadOnlyCollection<Metrics> rounds) => new(
        rounds.Average(round => round.Success1),
        rounds.Average(round => round.Success3),
        rounds.Average(round => round.Mrr10),
        rounds.Average(round => round.Ndcg10),
        rounds.Average(round => round.Recall5));
}
