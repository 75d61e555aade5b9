using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Search;

namespace HelpDeskBot.Desk.Search;

/// <summary>
/// An article as the index holds it: all its languages in one document, so that any of them is found by any. Only where languages have different
/// audiences there is a document for each audience, for a text must not be found by who may not read it.
/// </summary>
internal sealed record IndexedArticle(string Key, IReadOnlyList<Article> Versions)
{
    public string Slug => Versions[0].Slug;

    /// <summary>The documents of articles in all their languages.</summary>
    public static IEnumerable<IndexedArticle> Of(IEnumerable<Article> articles) => articles
        .GroupBy(article => $"{article.Slug} {string.Join(' ', article.Audience.Order(StringComparer.Ordinal))}", StringComparer.Ordinal)
        .Select(versions => new IndexedArticle(versions.Key, [.. versions]));

    public bool MayBeReadBy(Actor? reader) => KnowledgeAccess.MayRead(Versions[0], reader);

    /// <param name="learned">Questions that it solved before.</param>
    public Document DocumentWith(IEnumerable<LearnedQuestion> learned) => new(Key, [.. Versions.SelectMany(ValuesOf), .. LearnedQuestion.ValuesOf(learned)]);

    private static IEnumerable<FieldValue> ValuesOf(Article article) =>
        from value in article.Aliases.Select(alias => new FieldValue(ArticleFields.Aliases, alias)).Append(new(ArticleFields.Title, article.Title))
            .Append(new(ArticleFields.Tags, string.Join(' ', article.Tags))).Append(new(ArticleFields.Body, article.Body))
        select value with { Language = article.Language };
}
