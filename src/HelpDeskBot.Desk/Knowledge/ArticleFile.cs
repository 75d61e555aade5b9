using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Reads an article from a Markdown file with YAML front matter.</summary>
internal static class ArticleFile
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <summary>The article, or what is wrong with the file. The name is the slug, with the language behind it unless it is English: <c>vpn-token.de</c>.</summary>
    public static (Article? Article, string? Problem) Parse(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        if (!lines.StartsWith("---\n", StringComparison.Ordinal) || lines.IndexOf("\n---\n", 3, StringComparison.Ordinal) is not (> 0 and var end))
        {
            return (null, "start with --- and front matter, closed by ---");
        }

        try
        {
            var front = Yaml.Deserialize<FrontMatter?>(lines[4..(end + 1)]) ?? new FrontMatter();
            return ArticleOf(name, front, lines[(end + 5)..].Trim());
        }
        catch (YamlException wrong)
        {
            return (null, $"line {wrong.Start.Line + 1}: {wrong.Message}");
        }
    }

    private static (Article? Article, string? Problem) ArticleOf(string name, FrontMatter front, string body)
    {
        if (string.IsNullOrWhiteSpace(front.Title))
        {
            return (null, "write a title: in the front matter");
        }

        if (!Enum.TryParse<Audience>(front.Audience ?? nameof(Audience.Everyone), ignoreCase: true, out var audience))
        {
            return (null, $"audience {front.Audience} is unknown; write everyone or agents");
        }

        var dot = name.Length > 3 && name[^3] == '.' && char.IsAsciiLetterLower(name[^2]) && char.IsAsciiLetterLower(name[^1]) ? name.Length - 3 : -1;
        var article = new Article(dot > 0 ? name[..dot] : name, front.Title.Trim(), body)
        {
            Language = dot > 0 ? name[(dot + 1)..] : Language.Default,
            Category = front.Category ?? "",
            Tags = front.Tags,
            Aliases = front.Aliases,
            Audience = audience,
        };
        return (article, null);
    }

    private sealed class FrontMatter
    {
        public string? Title { get; set; }

        public string? Category { get; set; }

        public List<string> Tags { get; set; } = [];

        public List<string> Aliases { get; set; } = [];

        public string? Audience { get; set; }
    }
}
