using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;

namespace HelpDeskBot.Channels.Teams;

/// <summary>What somebody wrote, as plain text.</summary>
internal static class TeamsWords
{
    private const string QuoteType = "http://schema.skype.com/Reply";

    /// <summary>The words of a message without mentions of the bot. Of a quoting one, only what is new: Teams writes the quoted words before it.</summary>
    public static string Of(Activity activity) => QuotingHtml(activity) is { } html ? OfHtml(html) : TeamsText.Of(activity);

    /// <summary>The words of HTML: one line for each of its lines, and nothing of what it quotes.</summary>
    public static string OfHtml(string html)
    {
        var text = new StringBuilder();
        Write(new HtmlParser().ParseDocument(html).Body!, text);
        var lines = text.ToString().Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', lines).Trim();
    }

    private static string? QuotingHtml(Activity activity) => QuotedReplies.IdOf(activity) is null
        ? null
        : activity.Attachments?.FirstOrDefault(attachment => string.Equals(attachment.ContentType, "text/html", StringComparison.OrdinalIgnoreCase))?.Content is { } content
            && content.GetValueKind() is System.Text.Json.JsonValueKind.String
            && content.GetValue<string>() is var html
            && html.Contains(QuoteType, StringComparison.Ordinal)
                ? html
                : null;

    private static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(words.Data.Replace('\n', ' ').Replace('\u00A0', ' '));
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement { LocalName: "script" or "style" or "attachment" }:
                case IElement { LocalName: "blockquote" } quote when quote.GetAttribute("itemtype") == QuoteType:
                    break;
                case IElement element:
                    WriteElement(element, text);
                    break;
                default:
                    break;
            }
        }
    }

    private static void WriteElement(IElement element, StringBuilder text)
    {
        var isBlock = element.LocalName is "p" or "div" or "li" or "tr" or "h1" or "h2" or "h3" or "blockquote" or "pre" or "ul" or "ol" or "table";
        if (isBlock && text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }

        if (element.LocalName == "img" && element.GetAttribute("alt") is { Length: > 0 } picture)
        {
            text.Append(picture);
        }

        Write(element, text);
        if (isBlock && text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }
}
