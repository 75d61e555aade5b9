using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

/// <summary>
/// Scores every document by the published formulas, from its texts: BM25F with k1 = 1.2 and b = 0.75 and a length of its own for every text, closeness of neighbouring words, and
/// the best value of each field of which it counts; such a field has one length. Knows words between spaces only.
/// </summary>
internal sealed class ScoringOracle(IReadOnlyList<Document> documents, IReadOnlyList<FieldSettings> fields)
{
    private readonly Dictionary<string, int> _containing = documents
        .SelectMany(document => document.Values.Where(value => fields.Any(field => field.Name == value.Field)).SelectMany(value => Words(value.Text)).Distinct())
        .CountBy(word => word).ToDictionary();

    /// <summary>The documents that have any of the words, with their scores.</summary>
    public Dictionary<string, double> Score(string query)
    {
        var words = Words(query).Distinct().ToList();
        return documents.Where(document => document.Values.Any(value => IsSearched(value) && Words(value.Text).Intersect(words).Any()))
            .ToDictionary(document => document.Key, document => ScoreOf(document, words));
    }

    /// <summary>How telling a word is.</summary>
    public double Idf(string word)
    {
        var containing = _containing.GetValueOrDefault(word);
        return 1.5 + Math.Log(1 + ((Math.Max(documents.Count, 100) - containing + 0.5) / (containing + 0.5)));
    }

    private bool IsSearched(FieldValue value) => fields.Any(field => field.Name == value.Field);

    private double ScoreOf(Document document, List<string> query)
    {
        var texts = TextsOf(document);
        var contributions = query.Select(word => Idf(word) * Saturated(texts.Sum(text => Occurrences(text, word)))).ToList();
        var closeness = Enumerable.Range(0, query.Count - 1).Sum(pair => Nearness(texts, query[pair], query[pair + 1]) * Math.Min(contributions[pair], contributions[pair + 1]));
        return contributions.Sum() + (0.1 * closeness) + texts.GroupBy(text => text.Field).Sum(values => values.Max(value => ScoreOf(value, query)));
    }

    // What of the query a value has, by the share of its words that the query has.
    private double ScoreOf(OracleText value, List<string> query) => value.Words.Length == 0 ? 0
        : value.Field.BestValueWeight * value.Weight * query.Intersect(value.Words).Sum(Idf) * value.Words.Count(query.Contains) / value.Words.Length;

    private List<OracleText> TextsOf(Document document) =>
    [
        .. from field in fields
           let values = document.Values.Where(value => value.Field == field.Name).ToList()
           let together = values.Sum(value => Words(value.Text).Length)
           from value in values
           let words = Words(value.Text)
           select new OracleText(field, words, field.BestValueWeight > 0 ? together : words.Length, value.Weight),
    ];

    private static double Occurrences(OracleText text, string word) =>
        text.Words.Count(other => other == word) * text.Field.Weight / (0.25 + (0.75 * text.Length / text.Field.TypicalLength));

    private static double Nearness(IEnumerable<OracleText> texts, string first, string second)
    {
        var distances = from text in texts
                        from a in text.Words.Index()
                        where a.Item == first
                        from b in text.Words.Index()
                        where b.Item == second
                        select b.Index > a.Index ? b.Index - a.Index : a.Index - b.Index + 1;
        var near = distances.Where(distance => distance <= 8).ToList();
        return near.Count == 0 ? 0 : 1.0 / near.Min();
    }

    private static double Saturated(double occurrences) => occurrences / (occurrences + 1.2);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="Length">Number of words that the text is taken to have.</param>
internal sealed record OracleText(FieldSettings Field, string[] Words, int Length, double Weight);
