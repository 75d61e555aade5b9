using System.Text;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Plain text on its way to Slack.</summary>
public static class SlackText
{
    const string Ellipsis = "…";

    /// <summary>
    /// A text for a place where Slack reads <c>&lt;!channel&gt;</c>, <c>&lt;@U1&gt;</c> and links, such as a message's <c>text</c>: none of
    /// that can be in it any more.
    /// </summary>
    public static string Escape(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();

    /// <summary>At most so many characters, ending in "…" where something is missing; characters of two halves stay whole.</summary>
    internal static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = length - Ellipsis.Length;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd() + Ellipsis;
    }

    /// <summary>Escaped, and at most so many characters then.</summary>
    internal static string CutEscaped(string text, int length)
    {
        for (var kept = Math.Min(text.Length, length); ; kept = kept * 9 / 10)
            if (Escape(Cut(text, kept)) is var escaped && escaped.Length <= length)
                return escaped;
    }

    /// <summary>Without what JSON or Slack cannot carry: control characters but line breaks and tabs, and half characters.</summary>
    internal static string Clean(string text)
    {
        if (!text.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter)))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes()) // half characters become U+FFFD
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
                clean.Append(rune.ToString());
        return clean.ToString();
    }
}
