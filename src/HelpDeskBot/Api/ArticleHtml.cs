using System.Text;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain.Knowledge;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HelpDeskBot.Api;

/// <summary>Draws an article as a page: its languages, its text with its pictures, when it changed, and what is related.</summary>
internal sealed class ArticleHtml(CardCatalog catalog, DeskSettingsStore settings)
{
    // Articles are ours, but a page never carries markup that somebody slipped into one.
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    public string Of(ArticlePage page, Words words)
    {
        var article = page.Article;
        return $"""
            {Languages(page, words)}<article lang="{WebPage.Text(article.Language)}"><h1>{WebPage.Text(article.Title)}</h1>{Body(article)}</article>
            <p class="changed">{WebPage.Text(words.Format("knowledge.changed", ("day", Day(article, words))))}</p>{Related(page, words)}
            """;
    }

    private static string Body(Article article)
    {
        var document = Markdig.Markdown.Parse(article.Body, Markdown);
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (article.Files.FirstOrDefault(file => file.Name == Uri.UnescapeDataString(link.Url ?? "")) is { } file)
            {
                link.Url = $"/kb/{article.Slug}/{Uri.EscapeDataString(file.Name)}";
            }
            else if (IsUnsafe(link.Url))
            {
                link.Url = "";
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && IsUnsafe(link.Url)))
        {
            link.Url = "";
        }

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Markdown.Setup(renderer);
        renderer.Render(document);
        return html.ToString();
    }

    // Of the schemes, those that open something and run nothing.
    private static bool IsUnsafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is not ("http" or "https" or "mailto" or "tel") && url?.StartsWith('/') != true;

    private string Languages(ArticlePage page, Words words)
    {
        if (page.Languages.Count < 2)
        {
            return "";
        }

        var links = new StringBuilder("<nav class=\"languages\" aria-label=\"").Append(WebPage.Text(words["knowledge.languages"])).Append("\">");
        foreach (var language in page.Languages)
        {
            var name = WebPage.Text(catalog.WordsOf(language) is var known && known.Language == language ? known["language.name"] : language);
            links.Append(language == page.Article.Language
                ? $"<span aria-current=\"true\">{name}</span>"
                : $"<a lang=\"{language}\" hreflang=\"{language}\" href=\"/kb/{page.Article.Slug}?language={language}\">{name}</a>");
        }

        return links.Append("</nav>").ToString();
    }

    private static string Related(ArticlePage page, Words words)
    {
        if (page.Related.Count == 0)
        {
            return "";
        }

        var list = new StringBuilder("<aside><h2>").Append(WebPage.Text(words["knowledge.related"])).Append("</h2><ul>");
        foreach (var article in page.Related)
        {
            list.Append("<li><a href=\"").Append(WebPage.Address("/kb/" + article.Slug, words)).Append("\">").Append(WebPage.Text(article.Title)).Append("</a></li>");
        }

        return list.Append("</ul></aside>").ToString();
    }

    // A page does not know its reader's time zone; the first queue's is where the desk is.
    private string Day(Article article, Words words) => Times.Date(article.ChangedAt, new Reader(words.Language, settings.Current.Queues[0].Zone), words);
}
