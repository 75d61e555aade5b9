using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Desk.Files;

/// <summary>Files in chunks of the database, so that every node sees them.</summary>
internal sealed class DatabaseFileStore(IServiceScopeFactory scopes) : IFileStore
{
    private const int ChunkSize = 512 * 1024;

    public async Task SaveAsync(AttachmentId id, Stream content, CancellationToken stop)
    {
        var buffer = new byte[ChunkSize];
        for (var index = 0; await content.ReadAtLeastAsync(buffer, ChunkSize, throwOnEndOfStream: false, stop) is > 0 and var read; index++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
            db.AttachmentChunks.Add(new AttachmentChunkRow { Attachment = id, Index = index, Content = buffer[..read] });
            await db.SaveChangesAsync(stop);
        }
    }

    public async Task<Stream> OpenAsync(AttachmentId id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelpDeskDb>();
        var whole = new MemoryStream();
        await foreach (var chunk in db.AttachmentChunks.AsNoTracking()
            .Where(chunk => chunk.Attachment == id).OrderBy(chunk => chunk.Index).Select(chunk => chunk.Content)
            .AsAsyncEnumerable().WithCancellation(stop))
        {
            await whole.WriteAsync(chunk, stop);
        }

        whole.Position = 0;
        return whole;
    }
}
