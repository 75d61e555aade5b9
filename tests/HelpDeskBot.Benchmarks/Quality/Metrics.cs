using HelpDeskBot.Benchmarks.Sets;

namespace HelpDeskBot.Benchmarks.Quality;

/// <summary>How good lists of results are, averaged over questions.</summary>
internal sealed record Metrics(double Success1, double Success3, double Mrr10, double Ndcg10, double Recall5)
{
    private const int Deep = 10;

    /// <param name="results">For each question its documents, best first.</param>
    public static Metrics Of(IReadOnlyList<(SetQuery Query, IReadOnlyList<string> Found)> results) => new(
        results.Average(result => Success(result.Query, result.Found, 1)),
        results.Average(result => Success(result.Query, result.Found, 3)),
        results.Average(result => ReciprocalRank(result.Query, result.Found)),
        results.Average(result => Ndcg(result.Query, result.Found)),
        results.Average(result => (double)result.Found.Take(5).Count(result.Query.Grades.ContainsKey) / result.Query.Grades.Count));

    private static double Success(SetQuery query, IEnumerable<string> found, int within) => found.Take(within).Any(query.Grades.ContainsKey) ? 1 : 0;

    private static double ReciprocalRank(SetQuery query, IEnumerable<string> found)
    {
        var rank = found.Take(Deep).ToList().FindIndex(query.Grades.ContainsKey);
        return rank < 0 ? 0 : 1.0 / (rank + 1);
    }

    private static double Ndcg(SetQuery query, IEnumerable<string> found) =>
        Gain(found.Select(id => query.Grades.GetValueOrDefault(id))) / Gain(query.Grades.Values.OrderDescending());

    private static double Gain(IEnumerable<int> grades) =>
        grades.Take(Deep).Index().Sum(hit => (Math.Pow(2, hit.Item) - 1) / Math.Log2(hit.Index + 2));
}
