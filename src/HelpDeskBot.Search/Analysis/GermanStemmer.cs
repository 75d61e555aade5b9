using System.Text;

namespace HelpDeskBot.Search.Analysis;

/// <summary>Stems German words as the published Snowball description "German" says. Words come in small letters.</summary>
internal static class GermanStemmer
{
    private const string Vowels = "aeiouyäöü";
    private const string BeforeS = "bdfghklmnrt";
    private const string BeforeSt = "bdfghklmnt";
    private const int LeastBeforeRegion = 3;
    private const int LeastBeforeSt = 3;

    private static readonly string[] First = ["ern", "em", "er", "en", "es", "e", "s"];
    private static readonly string[] Second = ["est", "en", "er", "st"];
    private static readonly string[] Third = ["isch", "lich", "heit", "keit", "end", "ung", "ig", "ik"];

    public static string Stem(string word)
    {
        var stem = Marked(word.Replace("ß", "ss", StringComparison.Ordinal));
        var region1 = RegionAfter(stem, 0);
        var region2 = RegionAfter(stem, region1);
        region1 = Math.Max(region1, LeastBeforeRegion);
        DropFirst(stem, region1);
        DropSecond(stem, region1);
        DropThird(stem, region1, region2);
        return Plain(stem);
    }

    // A u or y between vowels is a consonant, and written large for as long as it matters.
    private static StringBuilder Marked(string word)
    {
        var marked = new StringBuilder(word);
        for (var at = 1; at + 1 < marked.Length; at++)
        {
            if (marked[at] is 'u' or 'y' && IsVowel(marked[at - 1]) && IsVowel(marked[at + 1]))
            {
                marked[at] = char.ToUpperInvariant(marked[at]);
            }
        }

        return marked;
    }

    // Behind the first consonant that follows a vowel.
    private static int RegionAfter(StringBuilder word, int from)
    {
        for (var at = from + 1; at < word.Length; at++)
        {
            if (!IsVowel(word[at]) && IsVowel(word[at - 1]))
            {
                return at + 1;
            }
        }

        return word.Length;
    }

    private static void DropFirst(StringBuilder word, int region1)
    {
        if (Ending(word, First) is not { } ending || !IsIn(word, ending, region1))
        {
            return;
        }

        if (ending == "s")
        {
            DropAfter(word, ending, BeforeS);
            return;
        }

        word.Length -= ending.Length;
        if (ending is "e" or "en" or "es" && EndsWith(word, "niss"))
        {
            word.Length--;
        }
    }

    private static void DropSecond(StringBuilder word, int region1)
    {
        if (Ending(word, Second) is not { } ending || !IsIn(word, ending, region1))
        {
            return;
        }

        if (ending != "st")
        {
            word.Length -= ending.Length;
        }
        else if (word.Length - ending.Length > LeastBeforeSt)
        {
            DropAfter(word, ending, BeforeSt);
        }
    }

    private static void DropThird(StringBuilder word, int region1, int region2)
    {
        if (Ending(word, Third) is not { } ending || !IsIn(word, ending, region2))
        {
            return;
        }

        var isAfterE = word.Length > ending.Length && word[^(ending.Length + 1)] == 'e';
        if (ending is "ig" or "ik" or "isch" && isAfterE)
        {
            return;
        }

        word.Length -= ending.Length;
        switch (ending)
        {
            case "end" or "ung" when EndsWith(word, "ig") && IsIn(word, "ig", region2) && !EndsWith(word, "eig"):
                word.Length -= "ig".Length;
                break;
            case "lich" or "heit" when Ending(word, ["er", "en"]) is { } inner && IsIn(word, inner, region1):
                word.Length -= inner.Length;
                break;
            case "keit" when Ending(word, ["lich", "ig"]) is { } inner && IsIn(word, inner, region2):
                word.Length -= inner.Length;
                break;
            default:
                break;
        }
    }

    private static void DropAfter(StringBuilder word, string ending, string allowed)
    {
        if (word.Length > ending.Length && allowed.Contains(word[^(ending.Length + 1)], StringComparison.Ordinal))
        {
            word.Length -= ending.Length;
        }
    }

    private static string Plain(StringBuilder word) => word
        .Replace('U', 'u').Replace('Y', 'y').Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u').ToString();

    // The longest; the lists are in that order.
    private static string? Ending(StringBuilder word, string[] endings) => endings.FirstOrDefault(ending => EndsWith(word, ending));

    private static bool EndsWith(StringBuilder word, string ending)
    {
        for (var at = 1; at <= ending.Length; at++)
        {
            if (at > word.Length || word[^at] != ending[^at])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIn(StringBuilder word, string ending, int region) => word.Length - ending.Length >= region;

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);
}
