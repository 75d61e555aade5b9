using System.Collections.Concurrent;
using System.Collections.Immutable;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
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

    // An article that has this share of what another one is about is about something like it.
    private const double EnoughInCommon = 0.34;

    /// <summary>The confidence from which an article is offered as the answer.</summary>
    internal static double SureFrom => FittedConfidence.Articles.OfferFrom;

    private readonly Lock _changing = new();
    private readonly SearchIndex _index = new(ArticleFields.All, Background.Everyday);
    private readonly ConcurrentDictionary<ArticleKey, int> _numbers = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<LearnedQuestion>> _learned = new(StringComparer.Ordinal);
    private volatile ImmutableDictionary<string, IndexedArticle> _articles = ImmutableDictionary.Create<string, IndexedArticle>(StringComparer.Ordinal);

    /// <summary>At most <paramref name="top"/> articles to offer for a question, best first; none if the best one is not likely enough to answer it.</summary>
    /// <param name="except">Slugs of articles that did not help.</param>
    internal ArticleAnswer Answer(string question, Actor? reader, int top, string language, IReadOnlySet<string>? except = null)
    {
        var (articles, found) = Find(question, reader, top, except);
        var confidence = FittedConfidence.Articles.Of(found);
        var band = FittedConfidence.Articles.BandOf(confidence);
        var offered = found.ScoreDocs.Where(hit => band is not ConfidenceBand.None && hit.Score >= LeastOfBest * found.ScoreDocs[0].Score);
        return new ArticleAnswer([.. offered.Select(hit => Suggested(hit, found, articles, question, language))], band is ConfidenceBand.Maybe);
    }

    /// <summary>The articles that fit some words best, however well.</summary>
    internal IReadOnlyList<string> Search(string words, Actor? reader, int top)
    {
        var (articles, found) = Find(words, reader, top);
        return [.. found.ScoreDocs.Select(hit => articles[hit.Key].Slug).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Other articles about what an article is about, for this reader.</summary>
    internal IReadOnlyList<SuggestedArticle> Related(Article article, Actor? reader, int top, string language)
    {
        var words = $"{article.Title} {string.Join(' ', article.Tags)}";
        var (articles, found) = Find(words, reader, top, ImmutableHashSet.Create(article.Slug));
        return [.. found.ScoreDocs.Where(hit => hit.Coverage >= EnoughInCommon).Select(hit => Suggested(hit, found, articles, words, language))];
    }

    /// <summary>What people also call things.</summary>
    internal void Use(Synonyms synonyms) => _index.UseSynonyms(synonyms);

    /// <summary>The number of the newest version that was taken into account; 0 if there was none.</summary>
    internal int NumberOf(ArticleKey key) => _numbers.GetValueOrDefault(key);

    /// <summary>The questions that an article is also found by, because it solved them.</summary>
    internal IReadOnlyList<LearnedQuestion> LearnedBy(string slug) => _learned.GetValueOrDefault(slug, []);

    /// <summary>The articles that have learned any.</summary>
    internal IEnumerable<string> Learners => _learned.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key);

    /// <summary>Makes the index hold exactly these articles.</summary>
    internal void Replace(IReadOnlyCollection<Article> articles, IReadOnlyDictionary<ArticleKey, int> numbers, ILookup<string, LearnedQuestion> learned)
    {
        lock (_changing)
        {
            _numbers.Clear();
            foreach (var (key, number) in numbers)
            {
                _numbers[key] = number;
            }

            _learned.Clear();
            foreach (var questions in learned)
            {
                _learned[questions.Key] = [.. questions];
            }

            _articles = IndexedArticle.Of(articles).ToImmutableDictionary(article => article.Key, StringComparer.Ordinal);
            _index.Replace(_articles.Values.Select(DocumentOf));
        }
    }

    /// <summary>Takes changes of one article over, in any of its languages, unless newer ones are in it already; and what it has learned.</summary>
    internal void Change(string slug, IReadOnlyCollection<ArticleChange> changes, IReadOnlyList<LearnedQuestion> learned)
    {
        lock (_changing)
        {
            var before = _articles.Values.Where(article => article.Slug == slug).ToList();
            var versions = before.SelectMany(article => article.Versions).ToDictionary(article => article.Key);
            foreach (var (key, number, article) in changes.Where(change => change.Number > NumberOf(change.Key)))
            {
                _numbers[key] = number;
                versions.Remove(key);
                if (article is not null)
                {
                    versions[key] = article;
                }
            }

            _learned[slug] = learned;
            Put(before, [.. IndexedArticle.Of(versions.Values)]);
        }
    }

    // Readers look up what they find, so articles are there before their documents, and go after them.
    private void Put(List<IndexedArticle> before, List<IndexedArticle> after)
    {
        _articles = _articles.SetItems(after.Select(article => KeyValuePair.Create(article.Key, article)));
        foreach (var article in after)
        {
            _index.Put(DocumentOf(article));
        }

        foreach (var gone in before.ExceptBy(after.Select(article => article.Key), article => article.Key, StringComparer.Ordinal))
        {
            _index.Remove(gone.Key);
            _articles = _articles.Remove(gone.Key);
        }
    }

    private Document DocumentOf(IndexedArticle article) => article.DocumentWith(LearnedBy(article.Slug));

    private (ImmutableDictionary<string, IndexedArticle> Articles, TopDocs Found) Find(string words, Actor? reader, int top, IReadOnlySet<string>? except = null)
    {
        var articles = _articles;
        return (articles, _index.Search(new Query(words), top, key => articles.TryGetValue(key, out var article) && article.MayBeReadBy(reader) && except?.Contains(article.Slug) != true));
    }

    private SuggestedArticle Suggested(ScoreDoc hit, TopDocs found, ImmutableDictionary<string, IndexedArticle> articles, string words, string language)
    {
        var article = articles[hit.Key].Versions.In(language)!;
        var confidence = Math.Min(FittedConfidence.Articles.Of(found), FittedConfidence.Articles.Of(found with { ScoreDocs = [hit] }));
        return new SuggestedArticle(article.Slug, article.Title, PassageOf(article, words), confidence);
    }

    // The part of an article that shows why it was found.
    private string PassageOf(Article article, string words)
    {
        var plain = string.Join('\n', article.Body.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith('#'))).Replace("**", "", StringComparison.Ordinal);
        return _index.BestPassage(plain, new Query(words), article.Language, PassageLength).Text;
    }
}

/// <summary>The articles that may answer a question.</summary>
/// <param name="IsUnsure">They may be about something else: worth a line, not more.</param>
internal sealed record ArticleAnswer(IReadOnlyList<SuggestedArticle> Articles, bool IsUnsure);

/// <summary>What became of an article.</summary>
/// <param name="Number">Its newest version.</param>
/// <param name="Article">What is published; null if nothing is.</param>
internal sealed record ArticleChange(ArticleKey Key, int Number, Article? Article);
