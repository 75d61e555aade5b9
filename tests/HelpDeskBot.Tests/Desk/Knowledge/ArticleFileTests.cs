using FsCheck;
using FsCheck.Fluent;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Tests.Desk.Knowledge;

/// <summary>An article written as a file is read back as the same article, whatever people type.</summary>
public class ArticleFileTests
{
    private static readonly ArticleKey Key = new("x", "en");

    private static readonly string[] Typed =
    [
        .. NastyTexts.All, "plain", "yes", "null", "1e3", "- item", "# heading", "a: b", "a #b", "[x]", "{y}", "'quoted'", "\"quoted\"", "*star", "&anchor", "!tag", "%x",
        "@x", "`x`", "Mailbox is full, and Outlook says so", "What's wrong?", "ends with colon:", "tab\tinside", "Über-Größe", "a, b", "---", "...", "|", ">",
    ];

    public static TheoryData<string> Texts => [.. Typed];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Whatever_is_typed_is_read_back(string text)
    {
        text = Characters.Storable(text);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var title = line.Length > ArticleFile.LongestTitle ? line[..100] : line;
        var article = new Article("x", title, text.Trim())
        {
            Category = title,
            Tags = [line, "b"],
            Aliases = [line, "c"],
            Audience = ["agents", "people"],
            Ticket = new TicketId(7),
        };
        var (read, problems) = ArticleFile.Parse(Key, ArticleFile.Clean(ArticleFile.Write(article)));
        Assert.Empty(problems);
        Assert.Equal(
            (article.Title, article.Body, article.Category, article.Ticket, string.Join('|', article.Tags), string.Join('|', article.Aliases), string.Join('|', article.Audience)),
            (read.Title, read.Body, read.Category, read.Ticket, string.Join('|', read.Tags), string.Join('|', read.Aliases), string.Join('|', read.Audience)));
    }

    [Fact]
    public void Every_shipped_article_says_the_same_when_it_is_written_again()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "knowledge"), "*.md"))
        {
            var key = ArticleKey.Parse(Path.GetFileNameWithoutExtension(path));
            var (article, problems) = ArticleFile.Parse(key, ArticleFile.Clean(File.ReadAllText(path)));
            Assert.Empty(problems);
            var again = ArticleFile.Parse(key, ArticleFile.Write(article)).Article;
            Assert.Equal((article.Title, article.Body, article.Category), (again.Title, again.Body, again.Category));
            Assert.Equal(article.Tags, again.Tags);
            Assert.Equal(article.Aliases, again.Aliases);
            Assert.Equal(article.Audience, again.Audience);
        }
    }

    [Fact]
    public void No_text_breaks_the_reader() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text =>
        {
            var (article, problems) = ArticleFile.Parse(Key, ArticleFile.Clean("---\n" + text + "\n---\n" + text));
            return article.Title.Length > 0 || problems.Count > 0;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("The VPN rejects my token", "the-vpn-rejects-my-token")]
    [InlineData("  Größe: \"A & B\" – ärgerlich!  ", "groesse-a-b-aergerlich")]
    [InlineData("Café élan", "cafe-elan")]
    [InlineData("日本語", "article")]
    [InlineData("", "article")]
    [InlineData("a very long title that goes on and on and on until nobody reads it any more at all, really", "a-very-long-title-that-goes-on-and-on-and-on-until-nobody-reads-it-any")]
    public void A_title_gives_a_name(string title, string slug)
    {
        Assert.Equal(slug, ArticleKey.SlugOf(title));
        Assert.True(ArticleKey.IsSlug(slug));
    }

    [Theory]
    [InlineData("vpn-slow", "vpn-slow", "en")]
    [InlineData("vpn-slow.de", "vpn-slow", "de")]
    [InlineData("VPN", null, null)]
    [InlineData("vpn.slow", null, null)]
    [InlineData("../vpn", null, null)]
    [InlineData("vpn.de.de", null, null)]
    [InlineData("", null, null)]
    [InlineData(".de", null, null)]
    public void A_name_is_a_slug_and_a_language(string name, string? slug, string? language) =>
        Assert.Equal((slug, language), ArticleKey.TryParse(name, out var key) ? (key.Slug, key.Language) : (null, null));
}
