using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Makes the knowledge base say what the folder says: new, changed and removed files. A wrong file is named and left out.</summary>
internal sealed partial class ImportArticles(HelpDeskDb db, KnowledgeOptions options, ArticleIndex index, ILogger<ImportArticles> logger)
{
    public async Task RunAsync(CancellationToken stop)
    {
        var files = await ReadAsync(stop);
        var stored = await db.Articles.AsTracking().ToDictionaryAsync(article => (article.Slug, article.Language), stop);
        foreach (var (key, article) in files)
        {
            Stage(stored.GetValueOrDefault(key), article);
        }

        var removed = stored.Values.Where(article => !files.ContainsKey((article.Slug, article.Language))).ToList();
        db.Articles.RemoveRange(removed);
        await db.SaveChangesAsync(stop);
        index.Replace(files.Values);
        LogImported(files.Count, removed.Count);
    }

    private void Stage(Article? stored, Article article)
    {
        if (stored is null)
        {
            db.Articles.Add(article with { });
        }
        else
        {
            db.Entry(stored).CurrentValues.SetValues(article);
        }
    }

    private async Task<Dictionary<(string Slug, string Language), Article>> ReadAsync(CancellationToken stop)
    {
        var articles = new Dictionary<(string Slug, string Language), Article>();
        foreach (var path in Directory.EnumerateFiles(options.Folder, "*.md").Order(StringComparer.Ordinal))
        {
            var (article, problem) = ArticleFile.Parse(Path.GetFileNameWithoutExtension(path), await File.ReadAllTextAsync(path, stop));
            if (article is null)
            {
                LogWrong(path, problem!);
                continue;
            }

            articles[(article.Slug, article.Language)] = article;
        }

        return articles;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Knowledge base: {Count} articles, {Removed} removed")]
    private partial void LogImported(int count, int removed);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} left out: {Problem}")]
    private partial void LogWrong(string path, string problem);
}
