using HelpDeskBot.Benchmarks.Sets;

namespace HelpDeskBot.Benchmarks.Quality;

/// <summary>How good lists of results are, averaged over questions.</summary>
/// <param name="Success1">Share of questions whose first result answers.</param>
/// <param name="Success3">Share of questions with an answer among the first three.</param>
/// <param name="Mrr10">Mean of 1 by the place of the first answer, 0 beyond ten.</param>
/// <param name="Ndcg10">Discounted gain of the first ten (2 to the grade, less 1, by the logarithm of the place) over the best possible.</param>
/// <param name="Recall5">Share of all answers that are among the first five: for duplicates, of which there may be several.</param>
internal sealed record Metrics(double Success1, double Success3, double Mrr10, double Ndcg10, double Recall5)
{
    public const int Deep = 10;

    public static Metrics Of(IReadOnlyCollection<(SetQuery Query, IReadOnlyList<string> Found)> results) => new(
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
