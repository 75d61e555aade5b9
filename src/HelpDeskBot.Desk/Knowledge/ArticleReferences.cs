using HelpDeskBot.Desk.Files;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>A picture or another file that an article names, and the line that does.</summary>
internal sealed record ArticleReference(string Name, int Line, bool IsPicture);

/// <summary>Finds the files that an article names: whatever it shows or links to without saying where on the web.</summary>
internal static class ArticleReferences
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().UsePreciseSourceLocation().Build();

    /// <summary>The references of a file with front matter, by its own lines. Throws <see cref="ArgumentException"/> for a text nested beyond reason.</summary>
    public static IReadOnlyList<ArticleReference> Of(string file) =>
    [
        .. from link in Markdig.Markdown.Parse(WithoutFront(file), Markdown).Descendants<LinkInline>()
           where link.IsImage || IsBeside(link.Url)
           select new ArticleReference(Uri.UnescapeDataString(link.Url ?? ""), link.Line + 1, link.IsImage),
    ];

    /// <summary>Whether an address is the name of a file that lies beside the article.</summary>
    public static bool IsBeside(string? url) =>
        url is { Length: > 0 } && url[0] is not ('/' or '#' or '?') && !url.Contains("://", StringComparison.Ordinal)
        && !url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file may be called so: its name alone, of a kind that is taken.</summary>
    public static bool IsName(string name) =>
        FileTypes.OfName(name) is not null && !name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && name.Length <= 100 && name.IndexOfAny(['/', '\\', '"', ':']) < 0 && !name.Any(char.IsControl);

    // Its lines stay, empty, so that the others keep their numbers.
    private static string WithoutFront(string file)
    {
        var end = file.StartsWith("---\n", StringComparison.Ordinal) ? file.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        return end < 0 ? file : new string('\n', file[..(end + 5)].Count(c => c == '\n')) + file[(end + 5)..];
    }
}
