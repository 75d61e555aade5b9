using System.Globalization;
using System.Text;

namespace HelpDeskBot.Search;

/// <summary>Cuts text into words: letters and digits, joined by what holds identifiers together.</summary>
internal static class Words
{
    private static readonly char[] Joints = ['.', '-', '_', '\'', '’', '@', '/', '\\', ':', '+', '#'];
    private static readonly char[] Apostrophes = ['\'', '’'];

    /// <summary>Where the words are. A joint counts only between two letters or digits: the dot of a sentence ends a word.</summary>
    public static IEnumerable<(int Start, int Length)> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = RunLength(text, at);
            if (length == 0)
            {
                at++;
                continue;
            }

            yield return (at, length);
            at += length;
        }
    }

    /// <summary>The parts between joints; the possessive and contractions lose what follows their apostrophe.</summary>
    public static IReadOnlyList<string> PartsOf(string word)
    {
        var apostrophe = word.IndexOfAny(Apostrophes);
        var bare = apostrophe > 0 && word.Length - apostrophe <= 3 ? word[..apostrophe] : word;
        return bare.Split(Joints, StringSplitOptions.RemoveEmptyEntries);
    }

    private static int RunLength(string text, int start)
    {
        var at = start;
        while (at < text.Length)
        {
            if (IsWordAt(text, at, out var width))
            {
                at += width;
            }
            else if (at > start && at + 1 < text.Length && Joints.Contains(text[at]) && IsWordAt(text, at + 1, out _))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at - start;
    }

    private static bool IsWordAt(string text, int at, out int width)
    {
        width = 1;
        if (Rune.TryGetRuneAt(text, at, out var rune))
        {
            width = rune.Utf16SequenceLength;
            return Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        }

        return false; // half of a surrogate pair
    }
}
