using System.Collections.Frozen;
using System.Text;

namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>
/// Upper and lower case without a language, with those letters of Latin script whose other case is longer than one character.
/// Not covered: the final sigma and the iota subscripts of Greek, and the ligatures of Armenian.
/// </summary>
static class Casing
{
    static readonly FrozenDictionary<char, string> LongUpper = new Dictionary<char, string>
    {
        ['ß'] = "SS",
        ['ŉ'] = "ʼN",
        ['ǰ'] = "J\u030c",
        ['ﬀ'] = "FF",
        ['ﬁ'] = "FI",
        ['ﬂ'] = "FL",
        ['ﬃ'] = "FFI",
        ['ﬄ'] = "FFL",
        ['ﬅ'] = "ST",
        ['ﬆ'] = "ST",
    }.ToFrozenDictionary();

    public static string ToUpper(string text)
    {
        var upper = text.ToUpperInvariant();
        if (!upper.Any(LongUpper.ContainsKey))
            return upper;
        var longer = new StringBuilder();
        foreach (var c in upper)
            longer.Append(LongUpper.TryGetValue(c, out var more) ? more : c.ToString());
        return longer.ToString();
    }

    public static string ToLower(string text) => text.ToLowerInvariant().Replace("\u0130", "i\u0307", StringComparison.Ordinal);
}
