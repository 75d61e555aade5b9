using System.Text;

namespace HelpDeskBot.Cards;

/// <summary>A piece of an article that a card shows in one text block.</summary>
internal sealed record ArticleBlock(string Text, bool IsHeading);

/// <summary>Cuts an article's Markdown into what a card's text blocks can show: they know lists and emphasis, but no headings.</summary>
internal static class ArticleBlocks
{
    public static IReadOnlyList<ArticleBlock> Of(string markdown)
    {
        var blocks = new List<ArticleBlock>();
        var text = new StringBuilder();
        foreach (var line in markdown.Split('\n'))
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

    private static void Flush(StringBuilder text, List<ArticleBlock> blocks)
    {
        var paragraph = text.ToString().Trim();
        text.Clear();
        if (paragraph.Length > 0)
        {
            blocks.Add(new ArticleBlock(paragraph, IsHeading: false));
        }
    }
}
