using System.Collections.Frozen;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Search;
using HelpDeskBot.Search.Confidence;

namespace HelpDeskBot.Desk.Search;

/// <summary>
/// Finds articles for a question, whichever of our languages it is asked in, and gives them in the reader's. Held in memory, built from the
/// database at start, changed with it.
/// </summary>
public sealed class ArticleIndex
{
    private const int PassageLength = 200;

    // What fits half as well as the best one is beside the point.
    private const double LeastOfBest = 0.5;

    private readonly SearchIndex _index = new(ArticleFields.All);
    private volatile FrozenDictionary<string, Article[]> _articles = FrozenDictionary<string, Article[]>.Empty;

    /// <summary>At most <paramref name="top"/> articles that this reader may see, best first; none if the best one is not likely enough to answer.</summary>
    internal IReadOnlyList<SuggestedArticle> Search(string question, bool isAgent, int top, string language)
    {
        var (articles, query) = (_articles, new Query(question));
        var found = _index.Search(query, top, slug => articles.TryGetValue(slug, out var versions) && (isAgent || versions.All(IsForEveryone)));
        var confidence = FittedConfidence.Articles.Of(found);
        return FittedConfidence.Articles.BandOf(confidence) is ConfidenceBand.None
            ? []
            : [.. found.ScoreDocs.Where(hit => hit.Score >= LeastOfBest * found.ScoreDocs[0].Score).Select(hit => Suggested(hit, articles[hit.Key].In(language)!))];

        SuggestedArticle Suggested(ScoreDoc hit, Article article) =>
            new(hit.Key, article.Title, PassageOf(article, query), Math.Min(confidence, FittedConfidence.Articles.Of(found with { ScoreDocs = [hit] })));
    }

    /// <summary>What people also call things.</summary>
    internal void Use(Synonyms synonyms) => _index.UseSynonyms(synonyms);

    /// <summary>Makes the index hold exactly these articles.</summary>
    internal void Replace(IReadOnlyCollection<Article> articles)
    {
        _articles = articles.GroupBy(article => article.Slug, StringComparer.Ordinal)
            .ToFrozenDictionary(versions => versions.Key, versions => versions.ToArray(), StringComparer.Ordinal);
        _index.Replace(_articles.Select(versions => new Document(versions.Key, [.. versions.Value.SelectMany(ValuesOf)])));
    }

    /// <summary>The texts of an article, each in its language: one article in several languages is one document.</summary>
    internal static IEnumerable<FieldValue> ValuesOf(Article article) =>
        from value in article.Aliases.Select(alias => new FieldValue(ArticleFields.Aliases, alias)).Append(new(ArticleFields.Title, article.Title))
            .Append(new(ArticleFields.Tags, string.Join(' ', article.Tags))).Append(new(ArticleFields.Body, article.Body))
        select value with { Language = article.Language };

    private static bool IsForEveryone(Article article) => article.Audience is Audience.Everyone;

    // The part of an article that shows why it was found.
    private string PassageOf(Article article, Query query)
    {
        var plain = string.Join('\n', article.Body.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith('#'))).Replace("**", "", StringComparison.Ordinal);
        return _index.BestPassage(plain, query, article.Language, PassageLength).Text;
    }
}
