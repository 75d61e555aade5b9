using System.Text;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>An article's file as far as it could be read, and everything that is wrong with it.</summary>
internal sealed record ParsedArticle(Article Article, IReadOnlyList<FileProblem> Problems);

/// <summary>An article as a Markdown file with YAML front matter.</summary>
internal static class ArticleFile
{
    /// <summary>Longest file, in characters.</summary>
    public const int Longest = 100_000;

    public const int LongestTitle = 150;

    private const string Fence = "---\n";

    /// <summary>The file that says this article, written the way the parser reads it back.</summary>
    public static string Write(Article article)
    {
        var file = new StringBuilder(Fence).Append("title: ").Append(YamlText.Line(article.Title)).Append('\n');
        Line(file, "category", article.Category.Length > 0 ? YamlText.Line(article.Category) : "");
        Line(file, "tags", article.Tags.Count > 0 ? YamlText.List(article.Tags) : "");
        if (article.Aliases.Count > 0)
        {
            file.Append("aliases:\n").AppendJoin("", article.Aliases.Select(alias => $"  - {YamlText.Line(alias)}\n"));
        }

        Line(file, "audience", article.Audience.Count == 1 ? YamlText.Line(article.Audience[0]) : YamlText.List(article.Audience));
        Line(file, "ticket", article.Ticket?.ToString() ?? "");
        return file.Append(Fence).Append('\n').Append(Clean(article.Body).Trim()).Append('\n').ToString();
    }

    /// <summary>A file without what differs between editors and systems: the same text is the same article.</summary>
    public static string Clean(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Replace('\0', '\u2400');

    /// <summary>Reads a <see cref="Clean"/> text. What is wrong is left empty.</summary>
    public static ParsedArticle Parse(ArticleKey key, string text)
    {
        var problems = new FileProblems(key.ToString());
        if (text.Length > Longest)
        {
            problems.Add(problems.Wrong(0, $"shorten the article to {Longest} characters"));
        }

        if (!text.StartsWith(Fence, StringComparison.Ordinal) || text.IndexOf("\n" + Fence, Fence.Length - 1, StringComparison.Ordinal) is not (> 0 and var end))
        {
            problems.Add(problems.Wrong(1, "start with --- and front matter, closed by ---"));
            return new ParsedArticle(new Article(key.Slug, "", text.Trim()) { Language = key.Language }, problems.All);
        }

        // An empty line in the place of the first one keeps the numbers of the others.
        var front = problems.Try(() => YamlFileNode.Load("\n" + text[Fence.Length..(end + 1)], problems)).FirstOrDefault();
        var body = text[(end + 1 + Fence.Length)..];
        if (string.IsNullOrWhiteSpace(body))
        {
            problems.Add(problems.Wrong(text.Count(c => c == '\n') + 1, "write the article below the front matter"));
        }

        return new ParsedArticle(ArticleOf(key, front, body.Trim(), problems), problems.All);
    }

    private static Article ArticleOf(ArticleKey key, YamlFileNode? front, string body, FileProblems problems)
    {
        if (front is null)
        {
            return new Article(key.Slug, "", body) { Language = key.Language };
        }

        if (!problems.Try(() => front.AllowOnly("title", "category", "tags", "aliases", "audience", "ticket")))
        {
            return new Article(key.Slug, "", body) { Language = key.Language };
        }

        return new Article(key.Slug, problems.Try(() => TitleOf(front)).FirstOrDefault(""), body)
        {
            Language = key.Language,
            Category = problems.Try(() => front.Optional("category")?.Text() ?? "").FirstOrDefault(""),
            Tags = Words(front.Optional("tags"), problems),
            Aliases = Words(front.Optional("aliases"), problems),
            Audience = [.. problems.Try(() => AudienceOf(front.Optional("audience"))).SelectMany(names => names)],
            Ticket = problems.Try(() => TicketOf(front.Optional("ticket"))).FirstOrDefault(),
        };
    }

    private static string TitleOf(YamlFileNode front)
    {
        var title = front.Required("title");
        return OneLine(title.Text()) is { Length: > 0 and <= LongestTitle } text
            ? text
            : throw title.Wrong($"write a title of at most {LongestTitle} characters");
    }

    private static List<string> Words(YamlFileNode? node, FileProblems problems) =>
        [.. problems.Try(() => node?.Texts() ?? []).SelectMany(words => words).Select(OneLine)];

    private static IReadOnlyList<string> AudienceOf(YamlFileNode? node)
    {
        var names = node switch
        {
            null => [Audience.Everyone],
            { IsList: true } => node.Texts(),
            _ => [node.Text()],
        };
        return names.Count > 0 ? names : throw node!.Wrong("write everyone, agents or groups here");
    }

    private static TicketId? TicketOf(YamlFileNode? node) => node switch
    {
        null => null,
        _ when TicketId.TryParse(node.Text(), null, out var ticket) => ticket,
        _ => throw node.Wrong("write the number of a ticket, such as HD-1042"),
    };

    // Words are kept one a line.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Line(StringBuilder file, string key, string value)
    {
        if (value.Length > 0)
        {
            file.Append(key).Append(": ").Append(value).Append('\n');
        }
    }
}
