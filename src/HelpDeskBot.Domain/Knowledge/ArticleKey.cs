using System.Diagnostics.CodeAnalysis;

namespace HelpDeskBot.Domain.Knowledge;

/// <summary>An article in one language, printed as its file is called: <c>vpn-token</c>, and <c>vpn-token.de</c> where it is not English.</summary>
public readonly record struct ArticleKey(string Slug, string Language)
{
    private const int LongestSlug = 80;

    public override string ToString() => Language == People.Language.Default ? Slug : $"{Slug}.{Language}";

    /// <summary>Whether it can stand in an address and in a file's name as it is: small letters, digits and dashes.</summary>
    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= LongestSlug && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool TryParse([NotNullWhen(true)] string? name, out ArticleKey key)
    {
        var dot = name?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        key = dot < 0 ? new ArticleKey(name ?? "", People.Language.Default) : new ArticleKey(name![..dot], name[(dot + 1)..]);
        return IsSlug(key.Slug) && key.Language.Length == 2 && key.Language.All(char.IsAsciiLetterLower);
    }

    /// <summary>Reads what <see cref="ToString"/> prints; throws <see cref="FormatException"/> for anything else.</summary>
    public static ArticleKey Parse(string name) => TryParse(name, out var key) ? key : throw new FormatException($"Not an article: {name}");

    /// <summary>What an article of this title is called: its words, without accents, and cut at a word.</summary>
    public static string SlugOf(string title)
    {
        var words = Spelled(title).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = "";
        foreach (var word in words.TakeWhile(word => slug.Length + word.Length < LongestSlug - 10))
        {
            slug += slug.Length == 0 ? word : "-" + word;
        }

        return slug.Length == 0 ? "article" : slug;
    }

    private static string Spelled(string title)
    {
        var latin = title.ToLowerInvariant()
            .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal)
            .Normalize(System.Text.NormalizationForm.FormD);
        return new string([.. latin
            .Where(c => char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')]);
    }
}
