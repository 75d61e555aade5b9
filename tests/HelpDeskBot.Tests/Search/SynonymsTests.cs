using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

public class SynonymsTests
{
    private const string List = """
        # devices
        laptop, notebook, mobile computer

        vpn client, tunnel => vpn
        Zugangskarte, badge
        """;

    [Theory]
    [InlineData("notebook", "laptop")]
    [InlineData("laptop", "notebook")]
    [InlineData("laptops", "the notebooks")]
    [InlineData("laptop", "a mobile computer")]
    [InlineData("mobile computer", "laptop")]
    [InlineData("tunnel", "vpn")]
    [InlineData("vpn client", "vpn")]
    [InlineData("badge", "meine Zugangskarten")]
    [InlineData("laptpo", "notebook")] // a slip in a name that no document has
    public void A_name_finds_the_others(string query, string text) => Assert.Equal(["it"], Find(query, text));

    [Theory]
    [InlineData("vpn", "tunnel")] // one way
    [InlineData("client", "vpn")] // half a name
    [InlineData("laptop", "a mobile")]
    [InlineData("laptop", "a computer, not mobile")]
    public void What_the_list_does_not_say_is_not_found(string query, string text) => Assert.Empty(Find(query, text));

    [Fact]
    public void The_word_itself_is_better_than_another_name_for_it()
    {
        var index = Index([("other", "my notebook"), ("same", "my laptop"), ("none", "printer")]);

        Assert.Equal(["same", "other"], index.Search(new Query("laptop"), 5).ScoreDocs.Select(hit => hit.Key));
    }

    [Fact]
    public void A_changed_list_counts_at_once_and_stays_when_documents_are_replaced()
    {
        var index = Index([("it", "beamer")]);
        Assert.Empty(index.Search(new Query("projector"), 5).ScoreDocs);

        index.UseSynonyms(Synonyms.Parse("beamer, projector"));
        Assert.Single(index.Search(new Query("projector"), 5).ScoreDocs);

        index.Replace([new Document("new", [new("body", "the beamer")])]);
        Assert.Equal("new", Assert.Single(index.Search(new Query("projector"), 5).ScoreDocs).Key);

        index.UseSynonyms(Synonyms.None);
        Assert.Empty(index.Search(new Query("projector"), 5).ScoreDocs);
    }

    [Fact]
    public void Wrong_lines_are_named_and_left_out()
    {
        var synonyms = Synonyms.Parse("laptop, notebook\r\nalone\n\n  # a note\na,, b\na => b => c\n=> x\none two three four five six seven, x\nbeamer => projector");

        Assert.Equal(
            [
                (2, "synonyms.alone", "alone"), (5, "synonyms.empty", "a,, b"), (6, "synonyms.arrows", "a => b => c"), (7, "synonyms.empty", "=> x"),
                (8, "synonyms.long", "one two three four five six seven, x"),
            ],
            synonyms.Problems.Select(problem => (problem.Line, problem.Code, problem.Text)));
        Assert.Equal(["laptop", "beamer"], synonyms.Rules.Select(rule => rule.From[0]));
    }

    [Fact]
    public void The_list_that_comes_along_has_no_wrong_line()
    {
        var synonyms = Synonyms.Parse(Architecture.SourceTree.ReadFile("src/HelpDeskBot/knowledge/synonyms.txt"));

        Assert.Empty(synonyms.Problems);
        Assert.NotEmpty(synonyms.Rules);
    }

    [Fact]
    public void Names_that_no_document_has_and_long_queries_full_of_names_do_no_harm()
    {
        var index = Index([("it", "laptop")]);

        var found = index.Search(new Query(string.Concat(Enumerable.Repeat("laptop notebook mobile computer tunnel badge vpn client ", 500))), 5);

        Assert.Equal("it", Assert.Single(found.ScoreDocs).Key);
    }

    private static IEnumerable<string> Find(string query, string text) =>
        Index([("it", text), ("other", "something completely different")]).Search(new Query(query), 5).ScoreDocs.Select(hit => hit.Key);

    private static SearchIndex Index(IEnumerable<(string Key, string Text)> documents)
    {
        var index = new SearchIndex([new FieldSettings("body", 1, 20)]);
        index.UseSynonyms(Synonyms.Parse(List));
        index.Replace(documents.Select(document => new Document(document.Key, [new("body", document.Text)])));
        return index;
    }
}
