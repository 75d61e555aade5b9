using System.Globalization;
using System.Text;

namespace HelpDeskBot.Turns;

/// <summary>A word or an emoji of a message; the end of a clause has no word.</summary>
internal readonly record struct SaidToken(string Word, bool IsCapital)
{
    public static SaidToken Break { get; } = new("", IsCapital: false);

    public bool IsBreak => Word.Length == 0;

    public bool IsWord => !IsBreak && char.IsLetterOrDigit(Word[0]);
}

/// <summary>Cuts a message into words in small letters without umlauts and apostrophes, emoji, and the ends of clauses.</summary>
internal static class ClosingTokens
{
    private static readonly string[] SadFaces = [":(", ":-(", ":'(", ":/", ":-/"];

    /// <summary>The tokens, or null for what cannot be closing: a question, or something sad.</summary>
    public static List<SaidToken>? Of(string text)
    {
        if (text.Contains('?', StringComparison.Ordinal) || SadFaces.Any(face => text.Contains(face, StringComparison.Ordinal)))
        {
            return null;
        }

        var tokens = new List<SaidToken>();
        var (word, isCapital) = (new StringBuilder(), false);
        foreach (var rune in text.Replace("<3", "❤", StringComparison.Ordinal).Replace("\n--", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                isCapital = word.Length == 0 ? Rune.IsUpper(rune) : isCapital;
                word.Append(Folded(Rune.ToLowerInvariant(rune)));
            }
            else if (!IsSilent(rune))
            {
                End(word, isCapital, tokens);
                AddSign(rune, tokens);
            }
        }

        End(word, isCapital, tokens);
        return tokens;
    }

    private static void End(StringBuilder word, bool isCapital, List<SaidToken> tokens)
    {
        if (word.Length > 0)
        {
            tokens.Add(new SaidToken(word.ToString(), isCapital));
            word.Clear();
        }
    }

    private static void AddSign(Rune rune, List<SaidToken> tokens)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol)
        {
            tokens.Add(new SaidToken(rune.ToString(), IsCapital: false));
        }
        else if ((rune.Value == '\n' || (Rune.IsPunctuation(rune) && rune.Value is not ('-' or '/' or '*' or '_'))) && tokens is [.., { IsBreak: false }])
        {
            tokens.Add(SaidToken.Break);
        }
    }

    // Apostrophes, the colours of emoji and what joins them.
    private static bool IsSilent(Rune rune) => rune.Value is '\'' or '’' or '`' or '´' || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol;

    private static string Folded(Rune letter) => letter.Value switch
    {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        _ => letter.ToString(),
    };
}
