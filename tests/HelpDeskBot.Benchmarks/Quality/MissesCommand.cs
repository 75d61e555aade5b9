using HelpDeskBot.Benchmarks.Engines;
using HelpDeskBot.Benchmarks.Sets;
using HelpDeskBot.Search;

namespace HelpDeskBot.Benchmarks.Quality;

/// <summary>Prints the questions whose answer is not among the first three, and why something else is.</summary>
internal static class MissesCommand
{
    public static void Run(RetrievalSet set)
    {
        using var engine = new OurEngine();
        engine.Index(set.Documents);
        foreach (var query in set.Queries)
        {
            var found = engine.Search(query, Metrics.Deep);
            if (!found.Take(3).Any(query.Grades.ContainsKey))
            {
                Console.WriteLine($"\n{query.Id}  {query.Text}");
                foreach (var document in found.Take(1).Concat(query.Grades.Keys))
                {
                    Console.WriteLine($"  {(query.Grades.ContainsKey(document) ? '+' : '-')} {document} {Line(engine.Explain(query, document)!)}");
                }
            }
        }
    }

    private static string Line(Explanation explanation) => $"{explanation.Score:f1} = " + string.Join(' ', explanation.Words
        .Select(word => $"{word.Word}{(word.Term is null ? "" : $">{word.Term}")}{(word.Kind == MatchKind.Word ? "" : $"({word.Kind})")} {word.Score:f1}/{word.Weight:f1}")
        .Concat(explanation.Values.Select(value => $"{value.Field}[{value.Number}] {value.Score:f1}")));
}
