using System.Globalization;
using System.Text;

namespace HelpDeskBot.Search.Analysis;

/// <summary>Folds case and diacritics: <c>Straße</c>, <c>STRASSE</c> and <c>strasse</c> are one word.</summary>
internal static class Folding
{
    public static string Fold(string word)
    {
        Span<char> folded = stackalloc char[Math.Min(word.Length * 2, 512)];
        return folded[..Fold(word, folded)].ToString();
    }

    /// <summary>Writes the folded word as far as there is room, and says how much that is.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        if (Ascii.ToLower(word, folded, out var length) == System.Buffers.OperationStatus.Done)
        {
            return length;
        }

        length = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            length += FoldLetter(rune, folded[length..]);
        }

        return length;
    }

    // Letter by letter, since normalising thousands of combining marks in a row takes quadratic time.
    private static int FoldLetter(Rune letter, Span<char> folded)
    {
        var length = 0;
        foreach (var rune in letter.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && Plain(Rune.ToLowerInvariant(rune)) is var plain
                && plain.AsSpan().TryCopyTo(folded[length..]))
            {
                length += plain.Length;
            }
        }

        return length;
    }

    // Letters that do not decompose, and the sigma that only ends words.
    private static string Plain(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        _ => rune.ToString(),
    };
}
