using HelpDeskBot.Desk.Files;
using HelpDeskBot.Domain.Knowledge;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>A file beside an article, in the folder.</summary>
internal sealed record FolderFile(string Name, string Digest, byte[] Content);

/// <summary>An article of the folder, with those of the files it names that are there.</summary>
internal sealed record FolderArticle(ArticleKey Key, string Path, string Text, IReadOnlyList<FolderFile> Files)
{
    public string Digest => FolderRule.DigestOf(Text, Files.Select(file => (file.Name, file.Digest)));
}

/// <summary>Reads the folder of articles. What is wrong in it is named in the log, and left out.</summary>
internal sealed partial class FolderContents(KnowledgeOptions options, ArticleChecks checks, ArticleFiles files, ILogger<FolderContents> logger)
{
    // The same picture beside the same article in two languages is kept once.
    private readonly Dictionary<(string Name, string Digest), ArticleAttachment> _kept = [];

    public async Task<IReadOnlyList<FolderArticle>> ReadAsync(CancellationToken stop)
    {
        var articles = new Dictionary<ArticleKey, FolderArticle>();
        foreach (var path in Directory.EnumerateFiles(options.Folder, "*.md").Order(StringComparer.Ordinal))
        {
            if (ArticleKey.TryParse(Path.GetFileNameWithoutExtension(path), out var key))
            {
                var text = ArticleFile.Clean(await File.ReadAllTextAsync(path, stop));
                articles[key] = new FolderArticle(key, path, text, await BesideAsync(text, stop));
            }
            else
            {
                LogWrong(path, 0, "call it in small letters, digits and dashes, such as vpn-slow.md, or vpn-slow.de.md in German");
            }
        }

        return [.. articles.Values];
    }

    /// <summary>What an article of the folder says, its files kept; null if something is wrong with it.</summary>
    public async Task<ArticleContent?> ContentAsync(FolderArticle article, IReadOnlyList<ArticleAttachment> known, CancellationToken stop)
    {
        var beside = article.Files.Select(file => new ArticleAttachment(file.Name, default, file.Digest)).ToList();
        var (content, problems) = await checks.CheckAsync(article.Key, article.Text, beside, stop);
        foreach (var problem in problems)
        {
            LogWrong(article.Path, problem.Line, problem.Text);
        }

        return problems.Count > 0 ? null : content with { Files = await KeepAsync(article, known, stop) };
    }

    private async Task<IReadOnlyList<ArticleAttachment>> KeepAsync(FolderArticle article, IReadOnlyList<ArticleAttachment> known, CancellationToken stop)
    {
        foreach (var file in article.Files.Where(file => !_kept.ContainsKey((file.Name, file.Digest))))
        {
            _kept[(file.Name, file.Digest)] = known.FirstOrDefault(one => (one.Name, one.Digest) == (file.Name, file.Digest))
                ?? await files.KeepAsync(file.Name, file.Digest, file.Content, stop);
        }

        return [.. article.Files.Select(file => _kept[(file.Name, file.Digest)]).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<FolderFile>> BesideAsync(string text, CancellationToken stop)
    {
        var beside = new List<FolderFile>();
        foreach (var name in NamesIn(text).Distinct(StringComparer.Ordinal))
        {
            var path = Path.Combine(options.Folder, name);
            if (!File.Exists(path) || new FileInfo(path).Length > SaveFile.Limit)
            {
                continue; // the check names what is not there
            }

            var content = await File.ReadAllBytesAsync(path, stop);
            if (FileTypes.Matches(FileTypes.OfName(name)!, content))
            {
                beside.Add(new FolderFile(name, ArticleFiles.DigestOf(content), content));
            }
        }

        return beside;
    }

    private static IEnumerable<string> NamesIn(string text)
    {
        try
        {
            return ArticleReferences.Of(text).Select(reference => reference.Name).Where(ArticleReferences.IsName);
        }
        catch (ArgumentException)
        {
            return []; // the check says what is wrong with it
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path}, line {Line}, left out: {Problem}")]
    private partial void LogWrong(string path, long line, string problem);
}
