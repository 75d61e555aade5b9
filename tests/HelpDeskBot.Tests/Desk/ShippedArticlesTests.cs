using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.Knowledge;

namespace HelpDeskBot.Tests.Desk;

/// <summary>The knowledge base we ship: all of it can be read, in both languages, and every alias belongs to one article.</summary>
public sealed class ShippedArticlesTests
{
    private static readonly IReadOnlyList<(string File, ParsedArticle Parsed)> Files =
    [
        .. from path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "knowledge"), "*.md")
           let name = Path.GetFileNameWithoutExtension(path)
           select (name, ArticleFile.Parse(ArticleKey.Parse(name), ArticleFile.Clean(File.ReadAllText(path)))),
    ];

    private static IEnumerable<Article> Articles => Files.Select(file => file.Parsed.Article);

    [Fact]
    public void Every_article_can_be_read() =>
        Assert.Empty(Files.SelectMany(file => file.Parsed.Problems.Select(problem => $"{file.File}, line {problem.Line}: {problem.Text}")));

    [Fact]
    public void Every_article_is_there_in_English_and_German_for_the_same_readers()
    {
        var wrong = Articles
            .GroupBy(article => article.Slug, StringComparer.Ordinal)
            .Where(versions => !versions.Select(article => article.Language).Order(StringComparer.Ordinal).SequenceEqual(["de", "en"])
                || versions.DistinctBy(article => (string.Join(' ', article.Audience), article.Category)).Count() > 1)
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
        Assert.All(Articles, article => Assert.InRange(article.Aliases.Count, 30, 40));
        Assert.Empty(shared);
    }
}
