using System.Text;
using System.Text.RegularExpressions;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Cards;

/// <summary>A piece of an article that a card shows in one text block.</summary>
internal sealed record ArticleBlock(string Text, bool IsHeading);

/// <summary>
/// Cuts an article's Markdown into what a card's text blocks can show: they know lists and emphasis, but no headings; and no pictures, which
/// are on the page, where only those see them who may read it.
/// </summary>
internal static partial class ArticleBlocks
{
    // A card has 24 KB; the whole of a long article is on its page.
    private const int Longest = 11_000;

    public static IReadOnlyList<ArticleBlock> Of(Article article, Words words)
    {
        var blocks = new List<ArticleBlock>();
        var text = new StringBuilder();
        foreach (var line in Shown(article, words).Split('\n'))
        {
            if (!line.StartsWith('#'))
            {
                text.Append(line).Append('\n');
                continue;
            }

            Flush(text, blocks);
            blocks.Add(new ArticleBlock(line.TrimStart('#').Trim(), IsHeading: true));
        }

        Flush(text, blocks);
        return blocks;
    }

    /// <summary>The address of an article's page.</summary>
    public static string PageOf(Article article) =>
        article.Language == Language.Default ? $"/kb/{article.Slug}" : $"/kb/{article.Slug}?language={article.Language}";

    private static string Shown(Article article, Words words)
    {
        var body = article.Body.Length <= Longest ? article.Body : $"{CardData.Cut(article.Body, Longest)}\n\n{words["article.cut"]}";
        var page = article.Slug.Length > 0 ? PageOf(article) : "";
        var withLinks = Beside().Replace(body, match => $"[{match.Groups["text"].Value}](/kb/{article.Slug}/{match.Groups["name"].Value})");
        return Picture().Replace(withLinks, match =>
        {
            var said = words.Format("article.picture", ("what", match.Groups["what"].Value.Trim()));
            return page.Length > 0 ? $"[{said}]({page})" : said;
        });
    }

    private static void Flush(StringBuilder text, List<ArticleBlock> blocks)
    {
        var paragraph = text.ToString().Trim();
        text.Clear();
        if (paragraph.Length > 0)
        {
            blocks.Add(new ArticleBlock(paragraph, IsHeading: false));
        }
    }

    [GeneratedRegex(@"!\[(?<what>[^\]\n]*)\]\([^)\n]*\)")]
    private static partial Regex Picture();

    // A link to a file that lies beside the article.
    [GeneratedRegex(@"(?<!!)\[(?<text>[^\]\n]*)\]\((?<name>[^)\s:/#?]+\.\w+)\)")]
    private static partial Regex Beside();
}
