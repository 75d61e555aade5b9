using System.Buffers;
using System.Globalization;
using System.Text;

namespace HelpDeskBot.Search.Analysis;

/// <summary>What words are made of, and what holds identifiers together.</summary>
internal static class Characters
{
    public static readonly SearchValues<char> Joints = SearchValues.Create(".-_'’@/\\:+#‐‑");

    public static bool IsJoint(char character) => Joints.Contains(character);

    /// <summary>Whether a letter, a digit or a mark on one stands here, and how many characters it takes.</summary>
    public static bool IsWordAt(ReadOnlySpan<char> text, int at, out int width)
    {
        width = 1;
        return text[at] < 128 ? char.IsAsciiLetterOrDigit(text[at]) : IsWordBeyondAscii(text[at..], out width);
    }

    private static bool IsWordBeyondAscii(ReadOnlySpan<char> text, out int width)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out width) != OperationStatus.Done)
        {
            width = 1;
            return false; // half of a surrogate pair
        }

        return Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
