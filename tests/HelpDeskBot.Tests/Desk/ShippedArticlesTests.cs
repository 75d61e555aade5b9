using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.Knowledge;

namespace HelpDeskBot.Tests.Desk;

/// <summary>The knowledge base we ship: all of it can be read, in both languages, and every alias belongs to one article.</summary>
public sealed class ShippedArticlesTests
{
    private static readonly IReadOnlyList<(string File, Article? Article, string? Problem)> Files =
    [
        .. from path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "knowledge"), "*.md")
           let name = Path.GetFileNameWithoutExtension(path)
           let parsed = ArticleFile.Parse(name, File.ReadAllText(path))
           select (name, parsed.Article, parsed.Problem),
    ];

    private static IEnumerable<Article> Articles => Files.Select(file => file.Article).OfType<Article>();

    [Fact]
    public void Every_article_can_be_read() =>
        Assert.Empty(Files.Where(file => file.Problem is not null).Select(file => $"{file.File}: {file.Problem}"));

    [Fact]
    public void Every_article_is_there_in_English_and_German_for_the_same_readers()
    {
        var wrong = Articles
            .GroupBy(article => article.Slug, StringComparer.Ordinal)
            .Where(versions => !versions.Select(article => article.Language).Order(StringComparer.Ordinal).SequenceEqual(["de", "en"])
                || versions.DistinctBy(article => (article.Audience, article.Category)).Count() > 1)
            .Select(versions => versions.Key);
        Assert.NotEmpty(Articles);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_article_has_aliases_and_shares_none_with_another()
    {
        var shared = Articles
            .SelectMany(article => article.Aliases.Select(alias => (Alias: alias.ToUpperInvariant(), article.Slug)))
            .GroupBy(named => named.Alias, named => named.Slug, StringComparer.Ordinal)
            .Where(slugs => slugs.Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(slugs => $"{slugs.Key}: {string.Join(", ", slugs)}");
        Assert.All(Articles, article => Assert.InRange(article.Aliases.Count, 6, 14));
        Assert.Empty(shared);
    }
}
