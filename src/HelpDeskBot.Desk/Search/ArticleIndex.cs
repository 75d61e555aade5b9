using System.Collections.Frozen;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.Search;

/// <summary>
/// Finds articles for a question, whichever of our languages it is asked in, and gives them in the reader's. Held in memory, built from the
/// database at start, changed with it.
/// </summary>
public sealed class ArticleIndex
{
    private volatile FrozenDictionary<string, LanguageIndex> _languages = FrozenDictionary<string, LanguageIndex>.Empty;

    /// <summary>At most <paramref name="top"/> articles that this reader may see and that fit well enough, best first.</summary>
    internal IReadOnlyList<SuggestedArticle> Search(string question, bool isAgent, int top, string language)
    {
        var languages = _languages;
        var hits = languages
            .Select(pair => (Language: pair.Key, Hits: pair.Value.Search(question, isAgent, top)))
            .Where(found => found.Hits.Count > 0)
            .OrderByDescending(found => found.Hits[0].Coverage) // scores of two indexes cannot be compared, shares of the question can
            .ThenByDescending(found => found.Language == Language.Base(language))
            .ThenBy(found => found.Language, StringComparer.Ordinal)
            .SelectMany(found => found.Hits)
            .DistinctBy(hit => hit.Key, StringComparer.Ordinal)
            .Take(top);
        return
        [
            .. from hit in hits
               let article = languages.Values.Select(index => index.Find(hit.Key)).OfType<Article>().In(language)!
               select new SuggestedArticle(hit.Key, article.Title, languages[article.Language].PassageOf(article, question), hit.Coverage),
        ];
    }

    /// <summary>Makes the index hold exactly these articles.</summary>
    internal void Replace(IReadOnlyCollection<Article> articles) => _languages = articles
        .GroupBy(article => article.Language, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => new LanguageIndex(group.Key, [.. group]), StringComparer.Ordinal);
}
