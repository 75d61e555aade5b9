using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.Teams;

/// <summary>
/// Which message a message quotes. Teams says it in an entity, or in the HTML that it sends beside the text. It is a hint of the sender's: it says
/// what is meant, never what is allowed.
/// </summary>
public static partial class QuotedReplies
{
    private const string QuoteType = "http://schema.skype.com/Reply";
    private const int LongestId = 100;

    /// <summary>The id of the first message that is quoted; null if none is.</summary>
    public static string? IdOf(Activity activity) =>
        NamedIn(activity.Entities).Concat((activity.Attachments ?? []).Where(IsHtml).Select(html => NamedIn(html.Content.TextAt() ?? "")))
            .FirstOrDefault(id => id is { Length: > 0 and <= LongestId });

    internal static IEnumerable<string> NamedIn(JsonArray? entities) =>
        from entity in entities ?? []
        where entity.TextAt("type") == "quotedReply"
        let id = entity.TextAt("quotedReply", "messageId")
        where id is not null
        select id;

    private static bool IsHtml(Attachment attachment) => string.Equals(attachment.ContentType, "text/html", StringComparison.OrdinalIgnoreCase);

    private static string? NamedIn(string html)
    {
        foreach (Match quote in Quote().Matches(html))
        {
            var attributes = Attribute().Matches(quote.Value).ToLookup(
                match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value), StringComparer.OrdinalIgnoreCase);
            if (attributes["itemtype"].FirstOrDefault() == QuoteType)
            {
                return attributes["itemid"].FirstOrDefault();
            }
        }

        return null;
    }

    [GeneratedRegex("<blockquote(?=[\\s>])[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Quote();

    [GeneratedRegex("(?<=\\s)([a-z]+)=\"([^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();
}
