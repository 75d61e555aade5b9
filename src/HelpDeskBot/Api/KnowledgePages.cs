using System.Net;
using System.Text;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.People;
using Markdig;

namespace HelpDeskBot.Api;

/// <summary>Articles as web pages, in the language of the address: <c>/kb/vpn-slow?language=de</c>.</summary>
internal sealed class KnowledgePages(ReadArticle articles, CardCatalog catalog)
{
    // Articles are ours, but a page never carries markup that somebody slipped into one.
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static Task<IResult> ShowAsync(string slug, string? language, KnowledgePages pages, CancellationToken stop) =>
        pages.ArticleAsync(slug, pages.WordsOf(language), stop);

    public static Task<IResult> ListAsync(string? language, KnowledgePages pages, CancellationToken stop) =>
        pages.AllAsync(pages.WordsOf(language), stop);

    private async Task<IResult> ArticleAsync(string slug, Words words, CancellationToken stop)
    {
        var outcome = await articles.RunAsync(slug, words.Language, reader: null, stop);
        if (outcome.Succeeded)
        {
            var article = outcome.Value;
            var body = $"<article lang=\"{Text(article.Language)}\"><h1>{Text(article.Title)}</h1>{Markdig.Markdown.ToHtml(article.Body, Markdown)}</article>";
            return Html(article.Title, body, words);
        }

        var (none, all) = (Text(words["knowledge.not_found"]), Text(words["knowledge.all"]));
        return Html(words["knowledge.not_found"], $"<h1>{none}</h1><p><a href=\"{Address("/kb", words)}\">{all}</a></p>", words, StatusCodes.Status404NotFound);
    }

    private async Task<IResult> AllAsync(Words words, CancellationToken stop)
    {
        var list = new StringBuilder("<h1>").Append(Text(words["knowledge.title"])).Append("</h1><ul>");
        foreach (var article in await articles.ListAsync(words.Language, stop))
        {
            list.Append("<li><a href=\"").Append(Address("/kb/" + article.Slug, words)).Append("\" lang=\"").Append(Text(article.Language)).Append("\">")
                .Append(Text(article.Title)).Append("</a></li>");
        }

        return Html(words["knowledge.title"], list.Append("</ul>").ToString(), words);
    }

    private Words WordsOf(string? language) => catalog.WordsOf(language ?? Language.Default);

    private static IResult Html(string title, string body, Words words, int status = StatusCodes.Status200OK) => Results.Content(
        $"""
        <!doctype html>
        <html lang="{words.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)}</title><link rel="stylesheet" href="/kb.css"></head>
        <body><header><a href="{Address("/kb", words)}">{Text(words["knowledge.title"])}</a></header><main>{body}</main></body></html>
        """,
        "text/html; charset=utf-8",
        Encoding.UTF8,
        status);

    private static string Address(string path, Words words) =>
        Text(words.Language == Language.Default ? path : $"{path}?language={words.Language}");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
