using System.Text;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Api;

/// <summary>Articles as web pages, in the language of the address: <c>/kb/vpn-slow?language=de</c>; and the files beside them.</summary>
internal sealed class KnowledgePages(ReadArticle articles, ArticleHtml html, WebVisitor visitor, CardCatalog catalog)
{
    public static Task<IResult> ShowAsync(string slug, string? language, HttpRequest request, KnowledgePages pages, CancellationToken stop) =>
        pages.LetInAsync(request, language, (words, reader) => pages.ArticleAsync(slug, words, reader, stop), stop);

    public static Task<IResult> ListAsync(string? language, HttpRequest request, KnowledgePages pages, CancellationToken stop) =>
        pages.LetInAsync(request, language, (words, reader) => pages.AllAsync(words, reader, stop), stop);

    public static Task<IResult> FileAsync(string slug, string name, string? language, HttpRequest request, KnowledgePages pages, CancellationToken stop) =>
        pages.LetInAsync(request, language, (words, reader) => pages.FileAsync(slug, name, words, reader, stop), stop);

    private async Task<IResult> LetInAsync(HttpRequest request, string? language, Func<Words, Actor?, Task<IResult>> show, CancellationToken stop)
    {
        var reader = await visitor.FindAsync(request, stop);
        var words = catalog.WordsOf(language ?? Language.Default);
        return reader is null && !visitor.IsOptional
            ? WebPage.Says(words["web.needed_title"], words["web.needed"], words, StatusCodes.Status401Unauthorized)
            : await show(words, reader);
    }

    private async Task<IResult> ArticleAsync(string slug, Words words, Actor? reader, CancellationToken stop)
    {
        var outcome = await articles.RunAsync(slug, words.Language, reader, stop);
        if (outcome.Succeeded)
        {
            return WebPage.Html(outcome.Value.Article.Title, html.Of(outcome.Value, words), words, reader);
        }

        var (none, all) = (WebPage.Text(words["knowledge.not_found"]), WebPage.Text(words["knowledge.all"]));
        return WebPage.Html(words["knowledge.not_found"], $"<h1>{none}</h1><p><a href=\"{WebPage.Address("/kb", words)}\">{all}</a></p>", words, reader, StatusCodes.Status404NotFound);
    }

    private async Task<IResult> AllAsync(Words words, Actor? reader, CancellationToken stop)
    {
        var list = new StringBuilder("<h1>").Append(WebPage.Text(words["knowledge.title"])).Append("</h1><ul>");
        foreach (var article in await articles.ListAsync(words.Language, reader, stop))
        {
            list.Append("<li><a href=\"").Append(WebPage.Address("/kb/" + article.Slug, words)).Append("\" lang=\"").Append(WebPage.Text(article.Language)).Append("\">")
                .Append(WebPage.Text(article.Title)).Append("</a></li>");
        }

        return WebPage.Html(words["knowledge.title"], list.Append("</ul>").ToString(), words, reader);
    }

    private async Task<IResult> FileAsync(string slug, string name, Words words, Actor? reader, CancellationToken stop)
    {
        var outcome = await articles.FileAsync(slug, name, words.Language, reader, stop);
        return outcome.Succeeded ? new ArticleFileResult(outcome.Value) : Results.NotFound();
    }

    // Shown only if it is a picture by its content too. Kept by browsers, but asked for each time, since rights change.
    private sealed class ArticleFileResult(OpenedArticleFile file) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "private, no-cache";
            var tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{file.File.Digest}\"");
            return Results.File(file.Content, file.ContentType, file.IsPicture ? null : file.File.Name, entityTag: tag).ExecuteAsync(httpContext);
        }
    }
}
