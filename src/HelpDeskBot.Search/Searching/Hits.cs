using HelpDeskBot.Search.Analysis;
using HelpDeskBot.Search.Indexing;

namespace HelpDeskBot.Search.Searching;

/// <summary>A place in a text where something stands that was looked for.</summary>
/// <param name="Group">Which of the query's groups it is of.</param>
/// <param name="Weight">How telling it is.</param>
internal readonly record struct Hit(int Start, int Length, int Group, double Weight)
{
    public int End => Start + Length;
}

/// <summary>Finds what a plan looks for in any text, indexed or not.</summary>
internal static class Hits
{
    /// <summary>All places in order; of several terms at one place the most telling.</summary>
    public static List<Hit> In(string text, Vocabulary vocabulary, Terms terms, QueryPlan plan)
    {
        var (numbers, places) = (new List<int>(), new List<(int Start, int Length)>());
        var words = new WordReader(text, stackalloc char[WordReader.BufferLength]);
        while (words.MoveNext())
        {
            var number = vocabulary.Find(words.Word);
            if (number == Vocabulary.Unknown && vocabulary.Analyzer.TermOf(words.Word.ToString()) is { } stem)
            {
                number = terms.Find(stem);
            }

            if (number != Vocabulary.StopWord)
            {
                numbers.Add(number);
                places.Add((words.Start, words.Length));
            }
        }

        return [.. Find([.. numbers], places, plan).GroupBy(hit => hit.Start).Select(hits => hits.MaxBy(hit => hit.Weight))];
    }

    private static List<Hit> Find(ReadOnlySpan<int> numbers, List<(int Start, int Length)> places, QueryPlan plan)
    {
        var table = new TermTable();
        table.Fill(plan);
        var hits = new List<Hit>();
        for (var at = 0; at < numbers.Length; at++)
        {
            for (var number = table.First(numbers[at]); number >= 0; number = table.Next(number))
            {
                var term = plan.Terms[number];
                if (term.Phrase.IsAtStartOf(numbers[at..]))
                {
                    var last = places[at + term.Phrase.Following.Length];
                    hits.Add(new Hit(places[at].Start, last.Start + last.Length - places[at].Start, term.Group, plan.Groups[term.Group].Weight * term.Factor));
                }
            }
        }

        return hits;
    }
}
