using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Shows an article to who may read it.</summary>
public sealed class ReadArticle(HelpDeskDb db)
{
    /// <summary>The article; <paramref name="reader"/> is null for somebody who did not say who they are.</summary>
    public async Task<Outcome<Article>> RunAsync(string slug, string language, Actor? reader, CancellationToken stop)
    {
        var article = await db.Articles.FindForAsync(slug, language, stop);
        return article is not null && (article.Audience is Audience.Everyone || reader is { IsAgentSomewhere: true })
            ? article
            : new Refusal("article.not_found");
    }

    /// <summary>What everybody may read, each in this language where it is written in it, by title.</summary>
    public async Task<IReadOnlyList<Article>> ListAsync(string language, CancellationToken stop)
    {
        var all = await db.Articles.AsNoTracking().Where(article => article.Audience == Audience.Everyone).ToListAsync(stop);
        return [.. all.GroupBy(article => article.Slug).Select(versions => versions.In(language)!).OrderBy(article => article.Title, StringComparer.OrdinalIgnoreCase)];
    }
}
