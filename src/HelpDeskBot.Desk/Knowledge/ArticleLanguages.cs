using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Chooses between the languages an article is written in.</summary>
internal static class ArticleLanguages
{
    /// <summary>The article in the reader's language, else in English, else in any.</summary>
    public static Article? In(this IEnumerable<Article> versions, string language) => versions
        .OrderByDescending(article => article.Language == Language.Base(language))
        .ThenByDescending(article => article.Language == Language.Default)
        .ThenBy(article => article.Language, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>A stored article in the reader's language.</summary>
    public static async Task<Article?> FindForAsync(this IQueryable<Article> articles, string slug, string language, CancellationToken stop) =>
        (await articles.AsNoTracking().Where(article => article.Slug == slug).ToListAsync(stop)).In(language);
}
