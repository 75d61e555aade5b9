using System.Globalization;
using System.Text.RegularExpressions;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Reads the Markdown of our own words line by line: lists, quotes, headings and fenced code around what <see cref="InlineReader"/> reads.</summary>
static partial class MarkdownReader
{
    const string Fence = "```";

    public static IReadOnlyList<Line> Read(string markdown, Span style, Uri? baseAddress)
    {
        var lines = new List<Line>();
        var isCode = false;
        foreach (var text in markdown.Split('\n'))
            if (text.TrimStart().StartsWith(Fence, StringComparison.Ordinal))
                isCode = !isCode;
            else if (isCode)
                lines.Add(new Line([new Span(text)]) { Look = Look.Code, IsOurs = true });
            else if (!string.IsNullOrWhiteSpace(text))
                lines.Add(ReadLine(text, style, new InlineReader(baseAddress)));
        return lines;
    }

    static Line ReadLine(string text, Span style, InlineReader inline)
    {
        if (Bullet().Match(text) is { Success: true } bullet)
            return new Line(inline.Read(bullet.Groups[1].Value, style)) { Frame = Frame.Bullets, IsOurs = true };
        if (Numbered().Match(text) is { Success: true } item)
            return new Line(inline.Read(item.Groups[2].Value, style)) { Frame = Frame.Numbers, Number = NumberOf(item.Groups[1].Value), IsOurs = true };
        if (Quote().Match(text) is { Success: true } quote)
            return new Line(inline.Read(quote.Groups[1].Value, style)) { Frame = Frame.Quote, IsOurs = true };
        if (Heading().Match(text) is { Success: true } heading)
            return new Line(inline.Read(heading.Groups[1].Value, style with { IsBold = true })) { IsOurs = true };
        return new Line(inline.Read(text.Trim(), style)) { IsOurs = true };
    }

    static int NumberOf(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*[-*+]\s+(\S.*)$")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*([0-9]{1,6})[.)]\s+(\S.*)$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*>\s?(.*\S.*)$")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^#{1,6}\s+(\S.*)$")]
    private static partial Regex Heading();
}
