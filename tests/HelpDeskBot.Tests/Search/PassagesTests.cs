using System.Text;
using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

public class PassagesTests
{
    private const string Article =
        "Welcome to the guide.\nThe printer hums. Restart the VPN client! Your token must be valid. If the VPN rejects your token, ask for a new one.";

    private static readonly EnglishAnalyzer Analyzer = new();

    [Theory]
    [InlineData("VPN rejects my token", "If the VPN rejects your token, ask for a…")]
    [InlineData("printers", "Welcome to the guide.\nThe printer hums.…")]
    [InlineData("restart clients", "Restart the VPN client! Your token must…")]
    [InlineData("moon", "Welcome to the guide.\nThe printer hums.…")]
    [InlineData("", "Welcome to the guide.\nThe printer hums.…")]
    public void The_passage_holds_most_terms_of_the_question(string query, string passage) =>
        Assert.Equal(passage, Passages.Best(Article, query, Analyzer, length: 40));

    [Fact]
    public void A_short_text_is_shown_whole_and_an_empty_one_is_empty()
    {
        Assert.Equal("All of it.", Passages.Best("  All of it. ", "it", Analyzer));
        Assert.Equal("", Passages.Best("", "vpn", Analyzer));
        Assert.Equal("", Passages.Best(" \n ", "vpn", Analyzer));
    }

    [Fact]
    public void A_term_deep_in_an_endless_sentence_is_shown()
    {
        var text = string.Concat(Enumerable.Repeat("and so on ", 100)) + "the VPN works" + string.Concat(Enumerable.Repeat(" and on", 100));

        var passage = Passages.Best(text, "vpn", Analyzer, length: 30);

        Assert.Equal("…VPN works and on and on and on…", passage);
    }

    [Fact]
    public void A_term_that_the_cut_would_drop_does_not_count()
    {
        const string Text = "Some of the first sentence ends at token. The token is here.";

        Assert.Equal("The token is here.", Passages.Best(Text, "token", Analyzer, length: 40));
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

            var passage = Passages.Best(text, query, Analyzer, length: 40);

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
            var passage = Passages.Best(string.Concat(Enumerable.Repeat("😀", 40)), "x", Analyzer, length);
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

        var passage = await InTime.Run(() => Passages.Best(text, "vpn", Analyzer));

        Assert.Contains("vpn", passage, StringComparison.Ordinal);
    }
}
