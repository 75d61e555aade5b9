using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Search;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Search;

namespace HelpDeskBot.Tests.Search;

/// <summary>The articles that come with the desk, as it indexes them.</summary>
internal static class ShippedDocuments
{
    public static IReadOnlyList<Document> All { get; } =
    [
        .. IndexedArticle.Of(
            from path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "knowledge"), "*.md").Order(StringComparer.Ordinal)
            select ArticleFile.Parse(ArticleKey.Parse(Path.GetFileNameWithoutExtension(path)), ArticleFile.Clean(File.ReadAllText(path))).Article).Select(article => article.DocumentWith([])),
    ];
}
