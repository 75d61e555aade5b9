using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

/// <summary>Words are what stands between spaces.</summary>
internal sealed class SpaceAnalyzer : IAnalyzer
{
    public IReadOnlyList<Token> Analyze(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, position) => new Token(word, position, 0, word.Length))];
}

/// <summary>Scores every document by the published formula: BM25 with k1 = 1.2 and b = 0.75, summed over fields by weight.</summary>
internal sealed class Bm25Oracle(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> texts, IReadOnlyDictionary<string, double> weights)
{
    private readonly Dictionary<string, Dictionary<string, string[]>> _documents = texts.ToDictionary(
        document => document.Key,
        document => weights.Keys.ToDictionary(field => field, field => Words(document.Value.GetValueOrDefault(field, ""))));

    public IReadOnlyDictionary<string, ScoreDoc> Score(string query)
    {
        var terms = Words(query).Distinct().ToList();
        return _documents
            .Where(document => terms.Any(term => Has(document.Value, term)))
            .ToDictionary(document => document.Key, document => ScoreOf(document.Key, document.Value, terms));
    }

    private ScoreDoc ScoreOf(string key, Dictionary<string, string[]> fields, List<string> terms)
    {
        var matched = terms.Where(term => Has(fields, term)).ToList();
        var score = matched.Sum(term => Idf(term) * weights.Sum(field => field.Value * Saturation(fields, field.Key, term)));
        return new ScoreDoc(key, score, matched.Count, terms.Count, matched.Sum(Idf) / terms.Sum(Idf));
    }

    private double Saturation(Dictionary<string, string[]> fields, string field, string term)
    {
        var words = fields[field];
        double frequency = words.Count(word => word == term);
        if (frequency == 0)
        {
            return 0;
        }

        var average = _documents.Values.Select(other => other[field].Length).Where(length => length > 0).Average();
        return frequency * 2.2 / (frequency + (1.2 * (0.25 + (0.75 * words.Length / average))));
    }

    private double Idf(string term)
    {
        var containing = _documents.Values.Count(fields => Has(fields, term));
        return Math.Log(1 + ((_documents.Count - containing + 0.5) / (containing + 0.5)));
    }

    private static bool Has(Dictionary<string, string[]> fields, string term) => fields.Values.Any(words => words.Contains(term));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
