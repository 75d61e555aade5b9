using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>
/// Text objects of blocks other than rich text. Only our own words become <c>mrkdwn</c>, and only where it says exactly what they say;
/// everything else is <c>plain_text</c>, in which nothing is ever read as markup.
/// </summary>
static partial class TextObjects
{
    public static JsonObject Plain(string text, int length) => new()
    {
        ["type"] = "plain_text",
        ["text"] = SlackText.Cut(string.IsNullOrWhiteSpace(text) ? "…" : text, length),
        ["emoji"] = false, // or :words: would become pictures
    };

    /// <summary>Lines one under the other.</summary>
    public static JsonObject Of(IReadOnlyList<Line> lines, int length) =>
        Markup(lines) is { } markup && markup.Length <= length
            ? new JsonObject { ["type"] = "mrkdwn", ["text"] = markup, ["verbatim"] = true } // or names and addresses would become links
            : Plain(string.Join('\n', lines.Select(line => line.Text)), length);

    /// <summary>The lines as mrkdwn; null if they have no style, are not ours, or mrkdwn cannot say it.</summary>
    static string? Markup(IReadOnlyList<Line> lines) =>
        lines.All(line => line.IsOurs && IsExact(line.Spans)) && lines.Any(line => line.Spans.Any(span => span.IsStyled))
            ? string.Join('\n', lines.Select(line => string.Concat(line.Spans.Select(Markup))))
            : null;

    static string Markup(Span span)
    {
        var text = SlackText.Escape(span.Text);
        if (span.IsCode)
            text = $"`{text}`";
        if (span.IsStruck)
            text = $"~{text}~";
        if (span.IsItalic)
            text = $"_{text}_";
        if (span.IsBold)
            text = $"*{text}*";
        return span.Url is null ? text : $"<{span.Url}|{text}>";
    }

    /// <summary>mrkdwn has no way to write its own marks, and reads them only where words begin and end.</summary>
    static bool IsExact(IReadOnlyList<Span> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            var text = spans[i].Text;
            if (Marks().IsMatch(text) || (spans[i].IsStyled && (text.Trim() != text || text.Contains('\n', StringComparison.Ordinal))))
                return false;
            if (i > 0 && (spans[i].IsStyled || spans[i - 1].IsStyled) && IsInWord(spans[i - 1].Text, text))
                return false;
        }
        return true;
    }

    static bool IsInWord(string before, string after) =>
        before.Length > 0 && after.Length > 0 && !char.IsWhiteSpace(before[^1]) && !char.IsWhiteSpace(after[0]);

    [GeneratedRegex(@"[*_~`|]|^\s*>|:[\w+'-]+:", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
