using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Benchmarks.Sets;

/// <summary>The articles that come with the desk, read as the desk reads them. The id is the slug, with the language behind it unless it is English.</summary>
internal static class Articles
{
    public static IEnumerable<SetDocument> Read()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src/HelpDeskBot/knowledge"), "*.md").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var (article, problem) = ArticleFile.Parse(name, File.ReadAllText(path));
            yield return article is null
                ? throw new InvalidDataException($"{path}: {problem}")
                : new SetDocument(name, article.Title, article.Body, article.Language) { Tags = article.Tags };
        }
    }
}
