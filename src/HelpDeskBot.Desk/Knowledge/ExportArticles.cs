using System.IO.Compression;
using System.Text;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Gives everything that is published as the folder would have it: put there, it changes nothing.</summary>
public sealed class ExportArticles(HelpDeskDb db, ArticleFiles files)
{
    /// <summary>A zip archive of all articles and their files.</summary>
    public async Task<Outcome<MemoryStream>> RunAsync(Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        var published = await PublishedAsync(stop);
        var archive = new MemoryStream();
        await using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var row in published)
            {
                using var text = new MemoryStream(Encoding.UTF8.GetBytes(row.Text));
                await AddAsync(zip, $"{row.Key}.md", text, row.At, stop);
            }

            foreach (var (file, at) in published.SelectMany(row => row.Files.Select(file => (file, row.At))).DistinctBy(pair => pair.file.Name, StringComparer.Ordinal))
            {
                await using var content = await files.OpenAsync(file, stop);
                await AddAsync(zip, file.Name, content, at, stop);
            }
        }

        archive.Position = 0;
        return archive;
    }

    private Task<List<ArticleVersionRow>> PublishedAsync(CancellationToken stop) => (
        from article in db.Articles
        join row in db.ArticleVersions on new { article.Slug, article.Language, Number = article.Version } equals new { row.Slug, row.Language, row.Number }
        orderby row.Slug, row.Language
        select row).AsNoTracking().ToListAsync(stop);

    private static async Task AddAsync(ZipArchive zip, string name, Stream content, NodaTime.Instant at, CancellationToken stop)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at.ToDateTimeOffset();
        await using var file = await entry.OpenAsync(stop);
        await content.CopyToAsync(file, stop);
    }
}
