using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

public class RankingTests
{
    private static readonly Dictionary<string, double> Weights = new() { ["a"] = 3, ["b"] = 1, ["c"] = 0.5 };

    [Fact]
    public void The_best_are_those_of_an_exhaustive_scoring()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var texts = new RandomTexts(seed);
            var documents = Enumerable.Range(0, texts.Next(40)).ToDictionary(number => $"d{number}", _ => texts.Fields());
            var index = new SearchIndex(new SpaceAnalyzer(), Weights);
            index.Replace(documents.Select(document => (document.Key, document.Value)));
            var oracle = new Bm25Oracle(documents, Weights);
            for (var query = texts.Query(); texts.Next(10) > 0; query = texts.Query())
            {
                AssertBest(oracle.Score(query), index, query, top: 1 + texts.Next(12), $"seed {seed}, {query}");
            }
        }
    }

    [Fact]
    public void A_filter_decides_before_the_best_are_chosen()
    {
        var index = Index(Enumerable.Range(0, 50).Select(number => ($"d{number:00}", "vpn " + new string('x', number))));

        var found = index.Search("vpn", top: 3, key => key[^1] == '7');

        Assert.Equal(["d07", "d17", "d27"], found.Select(hit => hit.Key));
    }

    [Fact]
    public void Equal_documents_come_by_key()
    {
        var index = Index(["b", "C", "a", "é", "10", "9"], "printer jam");

        Assert.Equal(["10", "9", "C", "a"], index.Search("jam", top: 4).Select(hit => hit.Key));
    }

    [Fact]
    public void A_field_that_few_documents_have_does_not_count_as_long()
    {
        var index = new SearchIndex(new SpaceAnalyzer(), new Dictionary<string, double> { ["tags"] = 2, ["body"] = 1 });
        foreach (var number in Enumerable.Range(0, 100))
        {
            index.Put($"d{number}", new Dictionary<string, string> { ["tags"] = "", ["body"] = "some other words" });
        }

        index.Put("in body", new Dictionary<string, string> { ["tags"] = "", ["body"] = "vpn other words" });
        index.Put("tagged", new Dictionary<string, string> { ["tags"] = "vpn", ["body"] = "some other words" });

        Assert.Equal(["tagged", "in body"], index.Search("vpn", top: 2).Select(hit => hit.Key));
    }

    [Fact]
    public void Coverage_is_the_share_of_the_questions_information()
    {
        var index = Index([("1", "vpn token"), ("2", "token"), ("3", "token printer")]);

        var all = index.Search("vpn token", top: 1).Single();
        var half = index.Search("token moon", top: 9);

        Assert.Equal(("1", 2, 2, 1.0), (all.Key, all.MatchedTerms, all.QueryTerms, all.Coverage));
        Assert.All(half, hit => Assert.Equal((1, 2), (hit.MatchedTerms, hit.QueryTerms)));
        var (token, moon) = (Math.Log(1 + (0.5 / 3.5)), Math.Log(1 + (3.5 / 0.5)));
        Assert.All(half, hit => Assert.Equal(token / (token + moon), hit.Coverage, 12));
    }

    [Fact]
    public void Words_and_identifiers_are_found_in_any_form()
    {
        var index = new SearchIndex(new EnglishAnalyzer(), new Dictionary<string, double> { ["body"] = 1 });
        index.Put("vpn", new Dictionary<string, string> { ["body"] = "The vpn-client rejects Zoë's token with 0x80070005." });

        foreach (var query in new[] { "VPN", "clients", "rejected", "ZOE", "tokens", "vpn-client", "0X80070005" })
        {
            Assert.Equal("vpn", Assert.Single(index.Search(query, top: 5)).Key);
        }
    }

    private static void AssertBest(IReadOnlyDictionary<string, ScoreDoc> expected, SearchIndex index, string query, int top, string context)
    {
        var found = index.Search(query, top);
        var best = expected.Values.Select(hit => hit.Score).OrderDescending().Take(top).ToList();
        Assert.True(best.Count == found.Count, $"{context}: {found.Count} instead of {best.Count}");
        Assert.Equal(found.Count, found.DistinctBy(hit => hit.Key).Count());
        foreach (var (hit, score) in found.Zip(best))
        {
            // Documents of equal score may stand in either order, since sums of fractions differ in their last digit.
            var wanted = expected[hit.Key];
            Assert.True(Near(hit.Score, score) && Near(hit.Score, wanted.Score) && Near(hit.Coverage, wanted.Coverage), $"{context}: {hit}, {wanted}");
            Assert.Equal((wanted.MatchedTerms, wanted.QueryTerms), (hit.MatchedTerms, hit.QueryTerms));
        }
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));

    private static SearchIndex Index(IEnumerable<string> keys, string text) => Index(keys.Select(key => (key, text)));

    private static SearchIndex Index(IEnumerable<(string Key, string Text)> documents)
    {
        var index = new SearchIndex(new SpaceAnalyzer(), new Dictionary<string, double> { ["body"] = 1 });
        index.Replace(documents.Select(document =>
            (document.Key, (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["body"] = document.Text })));
        return index;
    }
}
