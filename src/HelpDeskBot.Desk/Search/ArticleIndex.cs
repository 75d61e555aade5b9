using System.Collections.Concurrent;
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
    private readonly Lock _changing = new();
    private readonly ConcurrentDictionary<ArticleKey, int> _numbers = new();
    private volatile FrozenDictionary<string, LanguageIndex> _languages = FrozenDictionary<string, LanguageIndex>.Empty;

    /// <summary>At most <paramref name="top"/> articles that this reader may see and that fit well enough, best first.</summary>
    internal IReadOnlyList<SuggestedArticle> Search(string question, Actor? reader, int top, string language)
    {
        var languages = _languages;
        var hits = languages
            .Select(pair => (Language: pair.Key, Hits: pair.Value.Search(question, reader, top)))
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
               let article = languages.Values.Select(index => index.Find(hit.Key)).OfType<Article>()
                   .Where(article => KnowledgeAccess.MayRead(article, reader)).In(language)!
               select new SuggestedArticle(hit.Key, article.Title, languages[article.Language].PassageOf(article, question), hit.Coverage),
        ];
    }

    /// <summary>Other articles about what an article is about, for this reader.</summary>
    internal IReadOnlyList<SuggestedArticle> Related(Article article, Actor? reader, int top, string language) =>
        [.. Search($"{article.Title} {string.Join(' ', article.Tags)}", reader, top + 1, language).Where(other => other.Slug != article.Slug).Take(top)];

    /// <summary>The number of the newest version that was taken into account; 0 if there was none.</summary>
    internal int NumberOf(ArticleKey key) => _numbers.GetValueOrDefault(key);

    /// <summary>Makes the index hold exactly these articles.</summary>
    internal void Replace(IReadOnlyCollection<Article> articles, IReadOnlyDictionary<ArticleKey, int> numbers)
    {
        lock (_changing)
        {
            _numbers.Clear();
            foreach (var (key, number) in numbers)
            {
                _numbers[key] = number;
            }

            _languages = articles
                .GroupBy(article => article.Language, StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => new LanguageIndex(group.Key, [.. group]), StringComparer.Ordinal);
        }
    }

    /// <summary>Takes changes over, unless newer ones are in it already. Only languages in which something changed are built again.</summary>
    internal void Change(IEnumerable<ArticleChange> changes)
    {
        lock (_changing)
        {
            var newer = changes.Where(change => change.Number > NumberOf(change.Key)).ToList();
            var languages = _languages.ToDictionary(StringComparer.Ordinal);
            foreach (var language in newer.GroupBy(change => change.Key.Language, StringComparer.Ordinal))
            {
                var articles = (languages.GetValueOrDefault(language.Key)?.Articles ?? []).ToDictionary(article => article.Slug, StringComparer.Ordinal);
                if (language.Any(change => IsDifferent(change, articles)))
                {
                    Apply(language, articles);
                    languages[language.Key] = new LanguageIndex(language.Key, articles.Values);
                }
            }

            _languages = languages.ToFrozenDictionary(StringComparer.Ordinal);
            foreach (var change in newer)
            {
                _numbers[change.Key] = change.Number;
            }
        }
    }

    // A draft changes nothing that is found.
    private static bool IsDifferent(ArticleChange change, Dictionary<string, Article> articles) =>
        articles.GetValueOrDefault(change.Key.Slug)?.Version != change.Article?.Version;

    private static void Apply(IEnumerable<ArticleChange> changes, Dictionary<string, Article> articles)
    {
        foreach (var (key, _, article) in changes)
        {
            if (article is null)
            {
                articles.Remove(key.Slug);
            }
            else
            {
                articles[key.Slug] = article;
            }
        }
    }
}

/// <summary>What became of an article.</summary>
/// <param name="Number">Its newest version.</param>
/// <param name="Article">What is published; null if nothing is.</param>
internal sealed record ArticleChange(ArticleKey Key, int Number, Article? Article);
