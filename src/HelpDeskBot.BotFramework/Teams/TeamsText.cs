using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.Teams;

/// <summary>What somebody wrote in Teams, without the marks that Teams puts into the text.</summary>
public static partial class TeamsText
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>
    /// The text without the mention of the bot that the activity is for, without the marks of quotes and of cards put into it, and with the names of
    /// others instead of their mentions. Only marks that an entity or an attachment vouches for are touched.
    /// </summary>
    public static string Of(Activity activity)
    {
        var quoted = QuotedReplies.NamedIn(activity.Entities).ToHashSet(StringComparer.Ordinal);
        var text = WithoutCards(WithoutMentions(activity), activity);
        return (quoted.Count == 0 ? text : QuoteMark().Replace(text, mark => quoted.Contains(mark.Groups[1].Value) ? "" : mark.Value)).Trim();
    }

    private static string WithoutCards(string text, Activity activity) =>
        CardMark().Replace(text, "", activity.Attachments?.Count(attachment => attachment.ContentType == AdaptiveCard) ?? 0);

    private static string WithoutMentions(Activity activity)
    {
        var text = activity.Text ?? "";
        var marks = new SortedList<int, Mention>();
        foreach (var mention in Mentions.Of(activity).Where(mention => mention.Text is { Length: > 0 }))
        {
            // Each entity has a place of its own; Teams names some mentions twice, and the second finds none.
            var at = text.IndexOf(mention.Text!, StringComparison.Ordinal);
            while (at >= 0 && marks.ContainsKey(at))
            {
                at = text.IndexOf(mention.Text!, at + 1, StringComparison.Ordinal);
            }

            if (at >= 0)
            {
                marks.Add(at, mention);
            }
        }

        return Replaced(text, marks, activity.Recipient?.Id);
    }

    private static string Replaced(string text, SortedList<int, Mention> marks, string? bot)
    {
        var result = new StringBuilder();
        var done = 0;
        foreach (var (at, mention) in marks)
        {
            if (at >= done)
            {
                result.Append(text, done, at - done).Append(mention.Id == bot ? "" : NameOf(mention));
                done = at + mention.Text!.Length;
            }
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    private static string NameOf(Mention mention) =>
        MentionMark().Match(mention.Text!) is { Success: true } mark ? WebUtility.HtmlDecode(mark.Groups[1].Value) : mention.Name ?? mention.Text!;

    [GeneratedRegex("^<at(?:\\s[^<>]*)?>([^<>]*)</at>$")]
    private static partial Regex MentionMark();

    [GeneratedRegex("<span class=\"inline-compose-card\"[^<>]*>\\s*<span[^<>]*></span>\\s*</span>\\s*")]
    private static partial Regex CardMark();

    [GeneratedRegex("<quoted messageId=\"([^\"<>]*)\"\\s*/>")]
    private static partial Regex QuoteMark();
}
