using System.Security.Cryptography;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>Keeps the pictures and other files of articles, wherever they come from.</summary>
public sealed class ArticleFiles(HelpDeskDb db, IFileStore store, TimeProvider technical)
{
    /// <summary>Those of these files that this person sent, as files of an article.</summary>
    internal async Task<IReadOnlyList<ArticleAttachment>> OfSentAsync(IReadOnlyList<AttachmentId> sent, Actor actor, CancellationToken stop)
    {
        var wanted = sent.ToList();
        var rows = wanted.Count == 0 ? [] : await db.Attachments.AsNoTracking().Where(row => wanted.Contains(row.Id) && row.By == actor.Person).ToListAsync(stop);
        var files = new List<ArticleAttachment>();
        foreach (var row in rows)
        {
            await using var content = await store.OpenAsync(row.Id, stop);
            files.Add(new ArticleAttachment(row.Name, row.Id, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop))));
        }

        return files;
    }

    /// <summary>Keeps a file of the folder. Only articles name it, so nobody opens it but through one.</summary>
    internal async Task<ArticleAttachment> KeepAsync(string name, string digest, byte[] content, CancellationToken stop)
    {
        var id = new AttachmentId(Guid.CreateVersion7(technical.GetUtcNow()));
        using var stream = new MemoryStream(content);
        await store.SaveAsync(id, stream, stop);
        return new ArticleAttachment(name, id, digest);
    }

    internal Task<Stream> OpenAsync(ArticleAttachment file, CancellationToken stop) => store.OpenAsync(file.Id, stop);

    /// <summary>The digest of a file's content.</summary>
    internal static string DigestOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
