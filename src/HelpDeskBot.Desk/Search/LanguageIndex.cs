using System.Collections.Frozen;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Search;

namespace HelpDeskBot.Desk.Search;

/// <summary>The articles of one language.</summary>
internal sealed class LanguageIndex
{
    // Below this share of the question's information an article is a coincidence of words, not an answer.
    private const double EnoughCoverage = 0.34;
    private const int PassageLength = 200;

    private static readonly Dictionary<string, double> Weights = new() { ["title"] = 3, ["aliases"] = 3, ["tags"] = 2, ["body"] = 1 };

    private readonly IAnalyzer _analyzer;
    private readonly SearchIndex _index;
    private readonly FrozenDictionary<string, Article> _articles;

    public LanguageIndex(string language, IReadOnlyCollection<Article> articles)
    {
        _analyzer = Analyzers.Of(language);
        _articles = articles.ToFrozenDictionary(article => article.Slug, StringComparer.Ordinal);
        _index = new SearchIndex(_analyzer, Weights);
        _index.Replace(articles.Select(article => (article.Slug, FieldsOf(article))));
    }

    public IEnumerable<Article> Articles => _articles.Values;

    public Article? Find(string slug) => _articles.GetValueOrDefault(slug);

    /// <summary>The articles that fit well enough, by slug, best first.</summary>
    public IReadOnlyList<ScoreDoc> Search(string question, Actor? reader, int top) =>
        [.. _index.Search(question, top, slug => KnowledgeAccess.MayRead(_articles[slug], reader)).Where(Fits)];

    /// <summary>The part of an article that shows why it was found.</summary>
    public string PassageOf(Article article, string question)
    {
        var plain = string.Join('\n', article.Body.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith('#'))).Replace("**", "", StringComparison.Ordinal);
        return Passages.Best(plain, question, _analyzer, PassageLength);
    }

    // One matching word decides only in a question of one or two words.
    private static bool Fits(ScoreDoc hit) => hit.Coverage >= EnoughCoverage && (hit.MatchedTerms >= 2 || hit.QueryTerms <= 2);

    private static IReadOnlyDictionary<string, string> FieldsOf(Article article) => new Dictionary<string, string>
    {
        ["title"] = article.Title,
        ["aliases"] = string.Join(' ', article.Aliases),
        ["tags"] = string.Join(' ', article.Tags),
        ["body"] = article.Body,
    };
}
