using System.Text.RegularExpressions;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Makes plain text of what Slack writes: people by name, links as addresses, entities as characters.</summary>
internal sealed partial class SlackTexts(SlackDirectory directory)
{
    /// <summary>Whether the text names the bot.</summary>
    public async Task<bool> NamesBotAsync(string text, CancellationToken stop) =>
        text.Contains($"<@{await directory.BotAsync(stop)}", StringComparison.Ordinal);

    /// <summary>The text as its reader sees it, without the bot's own name.</summary>
    public async Task<string> PlainAsync(string text, CancellationToken stop)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match mention in Mention().Matches(text))
        {
            names[mention.Groups[1].Value] = await NameOfAsync(mention.Groups[1].Value, stop);
        }

        var words = Reference().Replace(text, found => names.Count > 0 && Mention().Match(found.Value) is { Success: true } mention
            ? names[mention.Groups[1].Value]
            : Words(found.Groups[1].Value));
        return words.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Trim();
    }

    /// <summary>The message of this conversation that the text links to; null if it links to none.</summary>
    public static string? LinkedMessage(string text, string conversation)
    {
        var link = Permalink().Matches(text).FirstOrDefault(link => link.Groups[1].Value == conversation);
        return link is null ? null : $"{link.Groups[2].Value}.{link.Groups[3].Value}";
    }

    private async Task<string> NameOfAsync(string user, CancellationToken stop)
    {
        if (user == await directory.BotAsync(stop))
        {
            return "";
        }

        return "@" + (await directory.FindAsync(user, stop) is { } known ? SlackDirectory.NameOf(known) : user);
    }

    // <!channel>, <#C1|general>, <https://example.com|words>
    private static string Words(string reference)
    {
        var (target, label) = reference.Split('|', 2) is [var left, var right] ? (left, right) : (reference, "");
        return target switch
        {
            ['!', .. var name] => label.Length > 0 ? label : "@" + name.Split('^')[0],
            ['#', ..] => "#" + (label.Length > 0 ? label : target[1..]),
            _ when target.StartsWith("mailto:", StringComparison.Ordinal) => target["mailto:".Length..],
            _ => label.Length == 0 || target.EndsWith(label, StringComparison.Ordinal) ? target : $"{label} ({target})",
        };
    }

    [GeneratedRegex("<([^<>]*)>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"<@([UW]\w+)(?:\|[^<>]*)?>")]
    private static partial Regex Mention();

    [GeneratedRegex(@"/archives/(\w+)/p(\d{10})(\d{6})")]
    private static partial Regex Permalink();
}
