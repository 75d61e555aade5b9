using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Benchmarks.Sets;

/// <summary>Where the documents of a set come from.</summary>
internal static class DocumentReading
{
    /// <summary>The articles that come with the desk, read as the desk reads them. The id is the slug.</summary>
    public static IReadOnlyList<SetDocument> Articles() =>
    [
        .. from article in ArticleFiles()
           group article by article.Slug into versions
           select new SetDocument(versions.Key, [.. versions.Select(article => new SetText(article.Title, article.Body)
           {
               Language = article.Language,
               Aliases = article.Aliases,
               Tags = article.Tags,
           })])
           {
               IsForAgents = versions.Any(article => !article.Audience.Contains(Audience.Everyone)),
           },
    ];

    /// <summary>Lines of one id are the same document in several languages.</summary>
    public static IReadOnlyList<SetDocument> File(string path) =>
    [
        .. from row in Tsv.Read(path, "id", "title", "body")
           group row by row["id"] into rows
           select new SetDocument(rows.Key, [.. rows.Select(row => new SetText(row["title"], row["body"])
           {
               Language = row["language"] is { Length: > 0 } named ? named : null,
               Aliases = Several(row["aliases"]),
               Tags = Several(row["tags"]),
           })])
           {
               IsForAgents = rows.Any(row => row["audience"] == "agents"),
           },
    ];

    private static IEnumerable<Article> ArticleFiles()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src/HelpDeskBot/knowledge"), "*.md").Order(StringComparer.Ordinal))
        {
            var read = ArticleKey.TryParse(Path.GetFileNameWithoutExtension(path), out var key) ? ArticleFile.Parse(key, ArticleFile.Clean(System.IO.File.ReadAllText(path))) : null;
            yield return read is { Problems: [] } ? read.Article : throw new InvalidDataException($"{path} is no article");
        }
    }

    private static string[] Several(string cell) => cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
