using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

public class RankingTests
{
    [Fact]
    public void The_best_are_those_of_an_exhaustive_scoring()
    {
        for (var seed = 1; seed <= 80; seed++)
        {
            var texts = new RandomTexts(seed);
            var documents = Enumerable.Range(0, 1 + texts.Next(40)).Select(number => texts.Document($"d{number}")).ToList();
            var index = new SearchIndex(RandomTexts.Fields, [new PlainAnalyzer()]);
            index.Replace(documents);
            var oracle = new ScoringOracle(documents, RandomTexts.Fields);
            for (var query = texts.Query(); texts.Next(10) > 0; query = texts.Query())
            {
                AssertBest(oracle.Score(query), index.Search(new Query(query), 1 + texts.Next(12)).ScoreDocs, $"seed {seed}, {query}");
            }
        }
    }

    [Fact]
    public void The_best_of_very_many_are_those_of_an_exhaustive_scoring()
    {
        var random = new Random(7);
        string Word() => $"w{(int)(Math.Pow(random.NextDouble(), 4) * 3000)}";
        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));
        var documents = Enumerable.Range(0, 150_000).Select(number => new Document($"d{number}", [new("a", Words(2)), new("b", Words(1 + random.Next(6)))])).ToList();
        var index = new SearchIndex(RandomTexts.Fields, [new PlainAnalyzer()]);
        index.Replace(documents);
        var oracle = new ScoringOracle(documents, RandomTexts.Fields);
        foreach (var query in new[] { "w0 w1 w2 w3", "w2999 w0", $"{Words(8)} w1500 w0", "w2000 w2500", "w0" })
        {
            AssertBest(oracle.Score(query), index.Search(new Query(query), 10).ScoreDocs, query);
        }
    }

    /// <summary>Whatever a query is expanded to, stopping early may change nothing: all that match, best first, begin with the best ten.</summary>
    [Fact]
    public void Stopping_early_changes_nothing()
    {
        string[] words =
        [
            "print", "printer", "printing", "drucker", "druckerwarteschlange", "warteschlange", "vpn", "client", "vpn-client", "vpnclient", "laptop", "notebook", "token", "tokn",
            "not", "working", "passwort", "password", "outlook.exe", "0x80070005", "übergabe", "konto", "queue", "stuck",
        ];
        for (var seed = 1; seed <= 30; seed++)
        {
            var random = new Random(seed);
            string Words(int most) => string.Join(' ', Enumerable.Range(0, 1 + random.Next(most)).Select(_ => words[random.Next(words.Length)]));
            var index = new SearchIndex(RandomTexts.Fields);
            index.UseSynonyms(Synonyms.Parse("laptop, notebook\nvpn client, tunnel => vpn token\nprint queue, warteschlange"));
            index.Replace(Enumerable.Range(0, 300).Select(number =>
                new Document($"d{number}", [new("a", Words(4)), new("b", Words(25)), new("c", Words(3)), new("c", Words(5))]) { Language = number % 2 == 0 ? "en" : "de" }));
            for (var asked = 0; asked < 20; asked++)
            {
                var query = new Query(Words(6)) { IsTyping = asked % 3 == 0, Language = asked % 4 == 0 ? "de" : null };
                var all = index.Search(query, top: 1000).ScoreDocs;
                Assert.Equal(all.Take(10), index.Search(query, top: 10).ScoreDocs);
                Assert.Equal(all.Where(hit => hit.Key[^1] == '3').Take(3), index.Search(query, top: 3, key => key[^1] == '3').ScoreDocs);
            }
        }
    }

    [Fact]
    public void A_filter_decides_before_the_best_are_chosen()
    {
        var index = Index(Enumerable.Range(0, 50).Select(number => ($"d{number:00}", "vpn " + string.Join(' ', Enumerable.Repeat("x", number)))));

        var found = index.Search(new Query("vpn"), top: 3, key => key[^1] == '7');

        Assert.Equal(["d07", "d17", "d27"], found.ScoreDocs.Select(hit => hit.Key));
    }

    [Fact]
    public void Equal_documents_come_by_key()
    {
        var index = Index(new[] { "b", "C", "a", "é", "10", "9" }.Select(key => (key, "printer jam")));

        Assert.Equal(["10", "9", "C", "a"], index.Search(new Query("jam"), top: 4).ScoreDocs.Select(hit => hit.Key));
    }

    [Fact]
    public void A_document_scores_the_same_whatever_else_is_long()
    {
        var alone = Index([("vpn", "vpn token"), ("x", "printer")]);
        var beside = Index([("vpn", "vpn token"), ("x", string.Join(' ', Enumerable.Repeat("printer", 5000)))]);

        Assert.Equal(alone.Search(new Query("vpn"), 1).ScoreDocs, beside.Search(new Query("vpn"), 1).ScoreDocs);
    }

    [Fact]
    public void Of_values_that_count_for_themselves_the_best_one_counts()
    {
        FieldSettings[] fields = [new("body", 1, 20), new("questions", 0, 5) { BestValueWeight = 1 }];
        var index = new SearchIndex(fields);
        index.Replace(
        [
            new Document("one", [new("questions", "vpn token rejected")]),
            new Document("many", [.. Enumerable.Repeat(new FieldValue("questions", "vpn slow"), 20), new("questions", "token gone"), new("questions", "rejected mail")]),
            new Document("seldom", [new FieldValue("questions", "vpn token rejected") { Weight = 0.5 }]),
        ]);

        var found = index.Search(new Query("vpn token rejected"), 3).ScoreDocs;

        Assert.Equal(["one", "seldom", "many"], found.Select(hit => hit.Key));
        Assert.Equal(found[0].Score / 2, found[1].Score, 6);
    }

    [Fact]
    public void A_value_that_says_what_the_question_says_is_better_than_one_that_says_more()
    {
        var index = new SearchIndex([new FieldSettings("questions", 0, 5) { BestValueWeight = 1 }]);
        index.Replace(
        [
            new Document("short", [new("questions", "token rejected")]),
            new Document("long", [new("questions", "token rejected behind the hotel network since yesterday")]),
        ]);

        Assert.Equal(["short", "long"], index.Search(new Query("vpn token rejected"), 2).ScoreDocs.Select(hit => hit.Key));
    }

    [Fact]
    public void What_several_values_say_counts_as_a_text()
    {
        var index = new SearchIndex([new FieldSettings("questions", 1, 5) { BestValueWeight = 1 }]);
        index.Replace(
        [
            new Document("often", [new("questions", "token gone"), new("questions", "token lost"), new("questions", "token away")]),
            new Document("once", [new("questions", "token gone"), new("questions", "badge lost"), new("questions", "badge away")]),
        ]);

        Assert.Equal(["often", "once"], index.Search(new Query("token"), 2).ScoreDocs.Select(hit => hit.Key));
    }

    [Fact]
    public void Words_that_stand_together_in_both_are_worth_more()
    {
        var index = Index([("far", "print one two three four five six seven eight nine queue"), ("near", "print the queue one two three four five six seven eight nine"), ("back", "queue print one two three four five six seven eight nine")]);

        Assert.Equal(["near", "back", "far"], index.Search(new Query("print queue"), 3).ScoreDocs.Select(hit => hit.Key));
    }

    [Fact]
    public void Coverage_is_the_share_of_the_questions_information()
    {
        Document[] documents = [new("1", [new("b", "vpn1 token1")]), new("2", [new("b", "token1")]), new("3", [new("b", "token1 printer1"), new("c", "vpn1 x1")])];
        var index = new SearchIndex(RandomTexts.Fields, [new PlainAnalyzer()]);
        index.Replace(documents);
        var oracle = new ScoringOracle(documents, RandomTexts.Fields);

        var all = index.Search(new Query("vpn1 token1"), top: 1);
        var part = index.Search(new Query("token1 moon1"), top: 9);

        Assert.Equal(("3", 2, 1.0), (all.ScoreDocs[0].Key, all.ScoreDocs[0].MatchedWords, all.ScoreDocs[0].Coverage));
        Assert.Equal(0.75 * oracle.Idf("vpn1"), all.ScoreDocs[0].BestValues, 12); // one of two words, of weight 1.5
        Assert.Equal((2, oracle.Idf("token1") + oracle.Idf("moon1")), (part.Words, part.Information));
        Assert.All(part.ScoreDocs, hit => Assert.Equal(oracle.Idf("token1") / part.Information, hit.Coverage, 12));
    }

    private static void AssertBest(Dictionary<string, double> expected, IReadOnlyList<ScoreDoc> found, string context)
    {
        var best = expected.Values.OrderDescending().Take(found.Count).ToList();
        Assert.True(found.Count > 0 || expected.Count == 0, $"{context}: nothing found");
        Assert.Equal(found.Count, found.DistinctBy(hit => hit.Key).Count());
        foreach (var (hit, score) in found.Zip(best))
        {
            // Documents of equal score may stand in either order, since sums of fractions differ in their last digit.
            Assert.True(Near(hit.Score, score) && Near(hit.Score, expected[hit.Key]), $"{context}: {hit}, {score}, {expected[hit.Key]}");
        }
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(a));

    private static SearchIndex Index(IEnumerable<(string Key, string Text)> documents)
    {
        var index = new SearchIndex([new FieldSettings("body", 1, 20)]);
        index.Replace(documents.Select(document => new Document(document.Key, [new("body", document.Text)])));
        return index;
    }
}
