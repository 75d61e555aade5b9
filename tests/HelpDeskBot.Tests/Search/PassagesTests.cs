using System.Text;
using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

public class PassagesTests
{
    private const string Article =
        "Welcome to the guide.\nThe printer hums. Restart the VPN client! Your token must be valid. If the VPN rejects your token, ask for a new one.";


    [Theory]
    [InlineData("VPN rejects my token", "If the VPN rejects your token, ask for a…")]
    [InlineData("printers", "Welcome to the guide.\nThe printer hums.…")]
    [InlineData("restart clients", "Restart the VPN client! Your token must…")]
    [InlineData("moon", "Welcome to the guide.\nThe printer hums.…")]
    [InlineData("", "Welcome to the guide.\nThe printer hums.…")]
    public void The_passage_holds_most_terms_of_the_question(string query, string passage) =>
        Assert.Equal(passage, Best(Article, query, 40));

    [Fact]
    public void A_short_text_is_shown_whole_and_an_empty_one_is_empty()
    {
        Assert.Equal("All of it.", Best("  All of it. ", "it"));
        Assert.Equal("", Best("", "vpn"));
        Assert.Equal("", Best(" \n ", "vpn"));
    }

    [Fact]
    public void A_term_deep_in_an_endless_sentence_is_shown()
    {
        var text = string.Concat(Enumerable.Repeat("and so on ", 100)) + "the VPN works" + string.Concat(Enumerable.Repeat(" and on", 100));

        var passage = Best(text, "vpn", 30);

        Assert.Equal("…VPN works and on and on and on…", passage);
    }

    [Fact]
    public void A_term_that_the_cut_would_drop_does_not_count()
    {
        const string Text = "Some of the first sentence ends at token. The token is here.";

        Assert.Equal("The token is here.", Best(Text, "token", 40));
    }

    [Fact]
    public void Random_passages_are_short_whole_and_hold_a_term_if_the_text_does()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            string[] words = ["vpn", "token", "printer", "jam.", "moon!", "😀", "\n", "Zoë's", "so?"];
            var text = string.Join(' ', Enumerable.Range(0, 60).Select(_ => words[random.Next(words.Length)]));
            var query = words[random.Next(3)];

            var passage = Best(text, query, 40);

            Assert.True(passage.Length <= 42 && text.Contains(passage.Trim('…'), StringComparison.Ordinal), $"seed {seed}: {passage}");
            var isShown = passage.Contains(query, StringComparison.Ordinal);
            Assert.True(isShown || !text.Contains(query, StringComparison.Ordinal), $"seed {seed}: {query}, {passage}");
        }
    }

    [Fact]
    public void An_emoji_is_never_cut_in_half()
    {
        for (var length = 1; length < 12; length++)
        {
            var passage = Best(string.Concat(Enumerable.Repeat("😀", 40)), "x", length);
            Assert.DoesNotContain(Rune.ReplacementChar, passage.EnumerateRunes());
        }
    }

    [Theory]
    [InlineData("vpn. ", 70_000)]
    [InlineData("\n", 300_000)]
    [InlineData(".", 300_000)]
    [InlineData("vpn ", 50_000)]
    [InlineData("vpn.", 50_000)]
    [InlineData("! ", 150_000)]
    public async Task A_huge_text_is_searched_in_time(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times)) + " vpn";

        var passage = await InTime.Run(() => Best(text, "vpn"));

        Assert.Contains("vpn", passage, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_looked_for_is_highlighted_however_it_is_written()
    {
        var passage = Passage(Article, "restat VPN tokens", 200);

        Assert.Equal(["Restart", "VPN", "token", "VPN", "token"], passage.Highlights.Select(place => passage.Text.Substring(place.Start, place.Length)));
    }

    [Fact]
    public void Highlights_point_into_a_passage_that_begins_with_an_ellipsis()
    {
        var passage = Passage(string.Concat(Enumerable.Repeat("and so on ", 100)) + "the VPN works", "vpn", 30);

        Assert.Equal("…VPN works", passage.Text);
        Assert.Equal([new Highlight(1, 3)], passage.Highlights);
    }

    private static string Best(string text, string query, int length = 200) => Passage(text, query, length).Text;

    private static Passage Passage(string text, string query, int length)
    {
        var index = new SearchIndex([new FieldSettings("body", 1, 50)]);
        index.Put(new Document("it", [new("body", text)]) { Language = "en" });
        return index.BestPassage(text, new Query(query) { Language = "en" }, "en", length);
    }
}
