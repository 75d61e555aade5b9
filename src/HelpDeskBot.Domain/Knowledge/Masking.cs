using System.Text;
using System.Text.RegularExpressions;

namespace HelpDeskBot.Domain.Knowledge;

/// <summary>
/// Takes out of a text what tells who wrote it or where: names, addresses, numbers, machines, secrets. Everything becomes the same mark, which
/// is a word in no language. Rather a word too many than one too few; error codes, versions and names of programs stay.
/// </summary>
public static partial class Masking
{
    public const string Mark = "[…]";

    private const int ShortestName = 2;
    private const int ShortestInAnyCase = 3;
    private const int FewestPhoneDigits = 7;

    // In this order: what contains others first.
    private static readonly (Regex Pattern, string To)[] Patterns =
    [
        (Url(), Mark),
        (Mail(), Mark),
        (Secret(), "${before}" + Mark),
        (Share(), @"\\" + Mark + "${path}"),
        (Home(), "${before}" + Mark),
        (Account(), Mark),
        (Identifier(), Mark),
        (Token(), Mark),
        (Hardware(), Mark),
        (Address6(), Mark),
        (Host(), Mark),
        (Ticket(), Mark),
        (Iban(), Mark),
    ];

    /// <summary>The text without them.</summary>
    /// <param name="names">Whole names and account names of the people it may speak of; each part of them is taken out too.</param>
    public static string Of(string text, IEnumerable<string> names)
    {
        var masked = Patterns.Aggregate(text, (current, pattern) => pattern.Pattern.Replace(current, pattern.To));
        masked = Address4().Replace(masked, match => IsAddress(match.Value) ? Mark : match.Value);
        masked = Number().Replace(masked, match => IsPersonal(match.Value) ? Mark : match.Value);
        masked = WithoutNames(masked, names);
        return Marks().Replace(masked, Mark);
    }

    private static string WithoutNames(string text, IEnumerable<string> names)
    {
        var parts = names.SelectMany(PartsOf).SelectMany(Spellings).Where(part => part.Length >= ShortestName).Distinct(StringComparer.Ordinal).ToList();
        var anyCase = Alternatives(parts.Where(part => part.Length >= ShortestInAnyCase));
        var exact = Alternatives(parts.Where(part => part.Length < ShortestInAnyCase));
        var masked = anyCase.Length == 0 ? text : Regex.Replace(text, anyCase, Mark, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return exact.Length == 0 ? masked : Regex.Replace(masked, exact, Mark, RegexOptions.CultureInvariant);
    }

    private static IEnumerable<string> PartsOf(string name) =>
        name.Split([' ', '.', '-', '_', ',', '@'], StringSplitOptions.RemoveEmptyEntries).Append(name.Trim());

    // As it is, and as people type it who lack the letters.
    private static IEnumerable<string> Spellings(string part)
    {
        yield return part;
        var german = part.Replace("ä", "ae", StringComparison.OrdinalIgnoreCase).Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
            .Replace("ü", "ue", StringComparison.OrdinalIgnoreCase).Replace("ß", "ss", StringComparison.Ordinal);
        yield return german;
        yield return new string([.. part.Normalize(NormalizationForm.FormD)
            .Where(c => char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.NonSpacingMark)]);
    }

    // "Amina's" and "Aminas" name Amina too.
    private static string Alternatives(IEnumerable<string> parts)
    {
        var escaped = parts.OrderByDescending(part => part.Length).Select(Regex.Escape).ToList();
        return escaped.Count == 0 ? "" : $@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', escaped)})(?:['’]?s)?(?![\p{{L}}\p{{N}}])";
    }

    // Four numbers of an address, not those of a version such as 10.0.19045.3803.
    private static bool IsAddress(string text) => text.Split(['.', ':', '/'])[..4].All(part => part.Length <= 3 && int.Parse(part, null) <= 255);

    private static bool IsPersonal(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return digits == text.Length || text[0] == '+' ? digits >= FewestPhoneDigits - 1 : digits >= FewestPhoneDigits && !Day().IsMatch(text);
    }

    // Those that carry parameters, secrets or a person's folder; an address of a page alone stays.
    [GeneratedRegex(@"(?i)\b(?:https?|ftp|sftp|smb|ssh)://(?:[^\s<>()\[\]]*[?#@][^\s<>()\[\]]*|[^\s<>()\[\]/]*/(?:[^\s<>()\[\]]*/)?(?:personal|users?|home)/[^\s<>()\[\]]*|(?:\d{1,3}\.){3}\d{1,3}[^\s<>()\[\]]*)")]
    private static partial Regex Url();

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*")]
    private static partial Regex Mail();

    // "password: x" and "my PIN is 1234"; what merely is "expired" stays.
    [GeneratedRegex(@"(?i)(?<before>\b(?:password|passphrase|passwort|kennwort|pwd|pin|passcode|secret|api[ -]?key|token)\b\s*(?:[:=]\s*|(?:is|was|ist|war|lautet)\s*:?\s+(?=[^\s]*[\d!§$%&*#+=])))\S+")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\\\\[\p{L}\p{N}._$-]+(?<path>(?:\\[\p{L}\p{N}._$-]+)?)")]
    private static partial Regex Share();

    [GeneratedRegex(@"(?i)(?<before>(?:[a-z]:\\(?:users|benutzer)\\|/(?:home|users)/))[^\\/\s""'<>|]+")]
    private static partial Regex Home();

    [GeneratedRegex(@"(?<![\p{L}\p{N}\\:.])[\p{L}][\p{L}\p{N}.-]{0,30}\\[\p{L}\p{N}][\p{L}\p{N}._$-]*(?!\\)")]
    private static partial Regex Account();

    [GeneratedRegex(@"(?i)\{?\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b\}?|\bS-1-\d+(?:-\d+)+\b")]
    private static partial Regex Identifier();

    // Long, of letters and digits, and no word; a web token, or a key.
    [GeneratedRegex(@"\beyJ[\w-]{8,}(?:\.[\w-]+){0,2}|(?<![\p{L}\p{N}/+_=.-])(?=[A-Za-z+/_=]*\d)(?=[\d+/_=]*[A-Za-z])(?!0x)[A-Za-z0-9+/_=]{20,}")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?i)(?<![0-9a-f:.-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![0-9a-f:-])")]
    private static partial Regex Hardware();

    [GeneratedRegex(@"(?i)(?<![0-9a-f:.])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|::(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})(?:%\w+)?(?:/\d{1,3})?(?![0-9a-f:])")]
    private static partial Regex Address6();

    [GeneratedRegex(@"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5}|/\d{1,2})?(?![\d]|\.\d)")]
    private static partial Regex Address4();

    // Machines: what is called like one, and whatever lies in a domain of the house.
    [GeneratedRegex(@"(?i)(?<![\p{L}\p{N}.\\/-])(?:(?:desktop|laptop|notebook|client|server|host|workstation|printer|drucker|srv|wks|pc|ws|nb|lt|vm|dc|fs)[-_]?(?:[a-z]{0,4}[-_])?[a-z0-9]*\d[a-z0-9-]*(?:\.[a-z0-9-]+)*|(?:desktop|laptop|notebook|pc|ws|nb|lt|srv)[-_][a-z0-9][a-z0-9_-]+(?:\.[a-z0-9-]+)*|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:local|lan|internal|intern|intranet|corp|domain))(?![\p{L}\p{N}])")]
    private static partial Regex Host();

    [GeneratedRegex(@"(?i)\b(?:HD-\d+|(?:INC|REQ|RITM|CHG|PRB|CASE|TKT|TICKET|SR)[-#_]?\d{3,})\b")]
    private static partial Regex Ticket();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")]
    private static partial Regex Iban();

    // Digits, alone or in the groups in which people write them; not inside of words, codes and versions.
    [GeneratedRegex(@"(?<![\p{L}\p{N}.,_-])\+?\(?\d(?:[ ()/-]{0,2}\d)+(?![\p{L}\p{N}_]|[.,]\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}|^\d{1,2}/\d{1,2}/\d{2,4}")]
    private static partial Regex Day();

    [GeneratedRegex(@"\[…\](?:[ \t-]*\[…\])+")]
    private static partial Regex Marks();
}
