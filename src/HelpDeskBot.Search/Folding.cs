using System.Globalization;
using System.Text;

namespace HelpDeskBot.Search;

/// <summary>Folds case and diacritics: <c>Straße</c>, <c>STRASSE</c> and <c>strasse</c> are one word.</summary>
internal static class Folding
{
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word))
        {
            return word.ToString().ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            Append(rune, folded);
        }

        return folded.ToString();
    }

    // Letter by letter, since normalising thousands of combining marks in a row takes quadratic time.
    private static void Append(Rune letter, StringBuilder folded)
    {
        foreach (var rune in letter.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Plain(Rune.ToLowerInvariant(rune)));
            }
        }
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
