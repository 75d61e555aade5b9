using System.Text.RegularExpressions;
using HelpDeskBot.Desk.Texts;

namespace HelpDeskBot.Desk.Settings;

/// <summary>Reads the canned replies of the desk file. A variable nobody knows is an error, since a requester would read it as it stands.</summary>
internal static partial class DeskFileReplies
{
    /// <summary>What a text may name in braces.</summary>
    public static readonly string[] Variables = ["first_name", "name", "ticket", "subject", "agent", "agent_first_name"];

    private const int LongestText = 4000;

    public static IReadOnlyList<CannedReply> Read(YamlFileNode? node) =>
        node?.Each(Reply) ?? [];

    /// <summary>The text with its variables filled in, all at once: a value that looks like a variable stays as it is.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(text, match => values.GetValueOrDefault(match.Groups["name"].Value, match.Value));

    private static CannedReply Reply(string id, YamlFileNode node)
    {
        node.AllowOnly("name", "text");
        return new CannedReply(id, Local(node.Required("name")), TextOf(node.Required("text")));
    }

    private static LocalText Local(YamlFileNode node)
    {
        var (english, others) = DeskFileNames.Read(node);
        return new LocalText(english, others);
    }

    /// <summary>A text to requesters in one language or several, whose variables are known.</summary>
    public static LocalText TextOf(YamlFileNode node)
    {
        foreach (var text in node.IsMapping ? node.Entries().Select(entry => entry.Value) : [node])
        {
            if (text.Text().Length > LongestText)
            {
                throw text.Wrong($"write at most {LongestText} characters");
            }

            if (Variable().Matches(text.Text()).Select(match => match.Groups["name"].Value).FirstOrDefault(name => !Variables.Contains(name)) is { } unknown)
            {
                throw text.Wrong($"no variable {unknown}; write one of: {string.Join(", ", Variables)}");
            }
        }

        return Local(node);
    }

    [GeneratedRegex(@"\{(?<name>[^{}\s]*)\}")]
    private static partial Regex Variable();
}
