using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

public class ExplanationTests
{
    private static readonly SearchIndex Index = TwoArticles();

    [Theory]
    [InlineData("my laptp is slow since the update")]
    [InlineData("vpnclient rejected")]
    [InlineData("Druckerwarteschlange löschen")]
    [InlineData("printer queue tunnel")]
    [InlineData("nothing of it")]
    [InlineData("")]
    public void The_parts_add_up_to_the_score(string text)
    {
        var query = new Query(text);
        foreach (var hit in Index.Search(query, 5).ScoreDocs)
        {
            var explanation = Index.Explain(query, hit.Key)!;

            Assert.Equal(hit.Score, explanation.Score);
            Assert.Equal(explanation.Score, explanation.Words.Sum(word => word.Score) + explanation.Closeness + explanation.Values.Sum(value => value.Score), 9);
            Assert.All(explanation.Words, word => Assert.True(word.Score >= 0 && word.Score <= word.Weight, $"{word}"));
        }
    }

    [Fact]
    public void It_says_which_term_counts_for_which_word_and_why()
    {
        var words = Index.Explain(new Query("nootebook slow vpnclient missing") { Language = "en" }, "en")!.Words;

        Assert.Equal(
            [
                ("nootebook", "laptop", MatchKind.Synonym), ("slow", "slow", MatchKind.Word), ("vpnclient", "vpn", MatchKind.Compound),
                ("vpnclient", "client", MatchKind.Compound), ("missing", null, MatchKind.Word),
            ],
            words.Select(word => (word.Word, word.Term, word.Kind)));
    }

    [Fact]
    public void It_says_which_value_counts()
    {
        var explanation = Index.Explain(new Query("laptop is slow"), "en")!;

        Assert.Equal(("aliases", 1), (explanation.Values.Single().Field, explanation.Values.Single().Number));
    }

    [Fact]
    public void A_document_that_is_not_found_is_explained_with_nothing()
    {
        var explanation = Index.Explain(new Query("laptop"), "de")!;

        Assert.Equal(0, explanation.Score);
        Assert.Null(Assert.Single(explanation.Words).Term);
    }

    [Fact]
    public void A_document_that_is_not_there_is_not_explained() => Assert.Null(Index.Explain(new Query("laptop"), "never there"));

    private static SearchIndex TwoArticles()
    {
        var index = new SearchIndex(ArticleFields.All);
        index.UseSynonyms(Synonyms.Parse("laptop, notebook"));
        index.Replace(
        [
            new Document("en", [new("aliases", "printer queue"), new("aliases", "laptop slow"), new("title", "My laptop is slow"), new("body", "The vpn client of the printer queue.")]),
            new Document("de", [new("title", "Druckerwarteschlange löschen"), new("body", "Der Drucker und die Warteschlange.")]) { Language = "de" },
        ]);
        return index;
    }
}
