using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Files;

/// <summary>Keeps the content of files: in a folder, or in the database where several nodes must see them.</summary>
public interface IFileStore
{
    /// <summary>Keeps the content durably before it returns.</summary>
    Task SaveAsync(AttachmentId id, Stream content, CancellationToken stop);

    Task<Stream> OpenAsync(AttachmentId id, CancellationToken stop);
}
