using HelpDeskBot.Desk.Texts;

namespace HelpDeskBot.Desk.Settings;

/// <summary>Reads names and languages of the desk file: a name is one text, or one for each language (<c>{en: Network, de: Netzwerk}</c>).</summary>
internal static class DeskFileNames
{
    /// <summary>The English name, and those of other languages.</summary>
    public static (string Name, IReadOnlyDictionary<string, string> Others) Read(YamlFileNode node)
    {
        if (!node.IsMapping)
        {
            return (node.Text(), new Dictionary<string, string>());
        }

        foreach (var (language, name) in node.Entries())
        {
            if (!IsLanguage(language))
            {
                throw name.Wrong($"{language} is no language; write two small letters, such as en or de");
            }
        }

        var names = node.Entries().ToDictionary(entry => entry.Key, entry => entry.Value.Text(), StringComparer.Ordinal);
        return names.Remove(Domain.People.Language.Default, out var english)
            ? (english, names)
            : throw node.Wrong("write en: here too, for readers of other languages");
    }

    /// <summary>A language, with a region or without.</summary>
    public static string Language(YamlFileNode node) => IsLanguage(node.Text().Split('-')[0])
        ? node.Text()
        : throw node.Wrong($"{node.Text()} is no language; write en or de");

    /// <summary>Whether it can stand in addresses and texts as it is.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool IsLanguage(string text) => text.Length == 2 && text.All(char.IsAsciiLetterLower);
}
