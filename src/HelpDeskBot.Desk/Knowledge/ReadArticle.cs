using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>An article with what stands around it.</summary>
/// <param name="Languages">What it is written in, of what this reader may read.</param>
/// <param name="Related">Other articles about the same thing.</param>
public sealed record ArticlePage(Article Article, IReadOnlyList<string> Languages, IReadOnlyList<SuggestedArticle> Related);

/// <summary>A file beside an article, and its content, to be disposed.</summary>
/// <param name="IsPicture">It is a picture by its content too, and can be shown.</param>
public sealed record OpenedArticleFile(ArticleAttachment File, string ContentType, bool IsPicture, Stream Content);

/// <summary>Shows articles to who may read them. To everybody else they do not exist.</summary>
public sealed class ReadArticle(HelpDeskDb db, ArticleIndex index, ArticleFiles files)
{
    private const int MostRelated = 4;

    /// <summary>The article; <paramref name="reader"/> is null for somebody who did not say who they are.</summary>
    public async Task<Outcome<ArticlePage>> RunAsync(string slug, string language, Actor? reader, CancellationToken stop)
    {
        var readable = await ReadableAsync(slug, reader, stop);
        return readable.In(language) is { } article
            ? new ArticlePage(article, LanguagesOf(readable), index.Related(article, reader, MostRelated, language))
            : new Refusal("article.not_found");
    }

    /// <summary>A file that an article names, as any of its languages has it.</summary>
    public async Task<Outcome<OpenedArticleFile>> FileAsync(string slug, string name, string language, Actor? reader, CancellationToken stop)
    {
        var readable = await ReadableAsync(slug, reader, stop);
        var versions = readable.Where(article => article.Files.Any(file => file.Name == name));
        if (versions.In(language)?.Files.First(file => file.Name == name) is not { } file || FileTypes.OfName(name) is not { } type)
        {
            return new Refusal("file.not_found");
        }

        return new OpenedArticleFile(file, type, FileTypes.IsPicture(type), await files.OpenAsync(file, stop));
    }

    /// <summary>What this reader may read, each in this language where it is written in it, by title.</summary>
    public async Task<IReadOnlyList<Article>> ListAsync(string language, Actor? reader, CancellationToken stop)
    {
        var all = await db.Articles.AsNoTracking().ToListAsync(stop);
        return
        [
            .. all.Where(article => KnowledgeAccess.MayRead(article, reader)).GroupBy(article => article.Slug)
                .Select(versions => versions.In(language)!).OrderBy(article => article.Title, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static List<string> LanguagesOf(IEnumerable<Article> versions) =>
        [.. versions.Select(version => version.Language).OrderBy(language => language != Language.Default).ThenBy(language => language, StringComparer.Ordinal)];

    private async Task<List<Article>> ReadableAsync(string slug, Actor? reader, CancellationToken stop) =>
        [.. (await db.Articles.AsNoTracking().Where(article => article.Slug == slug).ToListAsync(stop)).Where(article => KnowledgeAccess.MayRead(article, reader))];
}
