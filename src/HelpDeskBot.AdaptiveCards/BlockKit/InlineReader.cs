using System.Text;
using System.Text.RegularExpressions;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Reads emphasis, code and links of one line of Markdown. What is not closed, or closes nothing, is text.</summary>
sealed partial class InlineReader(Uri? baseAddress)
{
    const int MaxDepth = 8;

    static readonly (string Mark, Func<Span, Span> Style)[] Marks =
    [
        ("**", span => span with { IsBold = true }),
        ("__", span => span with { IsBold = true }),
        ("~~", span => span with { IsStruck = true }),
        ("*", span => span with { IsItalic = true }),
        ("_", span => span with { IsItalic = true }),
    ];

    readonly List<Span> spans = [];
    readonly StringBuilder plain = new();

    public IReadOnlyList<Span> Read(string text, Span style)
    {
        spans.Clear();
        Read(text, style, 0);
        return spans.Count == 0 ? [style with { Text = "" }] : [.. spans];
    }

    void Read(string text, Span style, int depth)
    {
        for (var at = 0; at < text.Length;)
        {
            var read = depth < MaxDepth ? Special(text, at, style, depth) : 0;
            if (read == 0)
                plain.Append(text[at++]);
            at += read;
        }
        Flush(style);
    }

    /// <summary>Reads what begins here and returns its length; 0 if nothing special does.</summary>
    int Special(string text, int at, Span style, int depth) => text[at] switch
    {
        '\\' => Escaped(text, at),
        '`' => Code(text, at, style),
        '[' or '!' => Link(text, at, style),
        '*' or '_' or '~' => Emphasis(text, at, style, depth),
        _ => 0,
    };

    int Escaped(string text, int at)
    {
        if (at + 1 == text.Length || !(char.IsPunctuation(text[at + 1]) || char.IsSymbol(text[at + 1])))
            return 0;
        plain.Append(text[at + 1]);
        return 2;
    }

    int Code(string text, int at, Span style)
    {
        var end = text.IndexOf('`', at + 1);
        if (end <= at + 1)
            return 0;
        Flush(style);
        spans.Add(style with { Text = text[(at + 1)..end], IsCode = true });
        return end + 1 - at;
    }

    int Link(string text, int at, Span style)
    {
        if (LinkPattern().Match(text, at) is not { Success: true } link)
            return 0;
        Flush(style);
        var label = link.Groups[1].Value.Length > 0 ? link.Groups[1].Value : link.Groups[2].Value;
        var url = text[at] == '!' ? null : SlackUrl.Of(link.Groups[2].Value, baseAddress);
        spans.Add(style with { Text = label, Url = url });
        return link.Length;
    }

    int Emphasis(string text, int at, Span style, int depth)
    {
        foreach (var (mark, styled) in Marks)
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0 && EndOf(text, at, mark) is var end and > 0)
            {
                Flush(style);
                Read(text[(at + mark.Length)..end], styled(style), depth + 1);
                return end + mark.Length - at;
            }
        return 0;
    }

    /// <summary>Where the mark that opens here closes, or -1.</summary>
    static int EndOf(string text, int at, string mark)
    {
        var begin = at + mark.Length;
        if (begin >= text.Length || char.IsWhiteSpace(text[begin]) || (mark[0] == '_' && at > 0 && char.IsLetterOrDigit(text[at - 1])))
            return -1;
        for (var end = text.IndexOf(mark, begin + 1, StringComparison.Ordinal); end > 0; end = text.IndexOf(mark, end + 1, StringComparison.Ordinal))
            if (Closes(text, end, mark))
                return end;
        return -1;
    }

    static bool Closes(string text, int end, string mark)
    {
        var after = end + mark.Length;
        var isLonger = after < text.Length && text[after] == mark[0];
        var isInWord = mark[0] == '_' && after < text.Length && char.IsLetterOrDigit(text[after]);
        return !char.IsWhiteSpace(text[end - 1]) && !isLonger && !isInWord;
    }

    void Flush(Span style)
    {
        if (plain.Length > 0)
            spans.Add(style with { Text = plain.ToString() });
        plain.Clear();
    }

    [GeneratedRegex(@"\G!?\[([^\[\]]*)\]\(\s*([^()\s]+)\s*\)")]
    private static partial Regex LinkPattern();
}
