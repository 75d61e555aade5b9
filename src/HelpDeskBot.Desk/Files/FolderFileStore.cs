using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Files;

/// <summary>Files in a folder beside the embedded database. The name on disk is the id, never what a person typed.</summary>
internal sealed class FolderFileStore(StorageOptions options) : IFileStore
{
    private string Folder => Path.Combine(options.DataFolder, "files");

    public async Task SaveAsync(AttachmentId id, Stream content, CancellationToken stop)
    {
        Directory.CreateDirectory(Folder);
        var partial = PathOf(id) + ".part";
        await using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            await content.CopyToAsync(file, stop);
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, PathOf(id), overwrite: true);
    }

    public Task<Stream> OpenAsync(AttachmentId id, CancellationToken stop) => Task.FromResult<Stream>(File.OpenRead(PathOf(id)));

    private string PathOf(AttachmentId id) => Path.Combine(Folder, id.ToString());
}
