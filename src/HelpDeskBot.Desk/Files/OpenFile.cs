using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Files;

/// <summary>A file and its content, to be disposed.</summary>
public sealed record OpenedFile(FileView File, Stream Content);

/// <summary>Opens a file for who may read it: its sender, and who reads the ticket entry that it came with.</summary>
public sealed class OpenFile(HelpDeskDb db, TicketGate gate, IFileStore store)
{
    public async Task<Outcome<OpenedFile>> RunAsync(Guid id, Actor actor, CancellationToken stop)
    {
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == new AttachmentId(id), stop);
        return file is not null && await MayReadAsync(file, actor, stop)
            ? new OpenedFile(file.ToView(), await store.OpenAsync(file.Id, stop))
            : new Refusal("file.not_found");
    }

    /// <summary>Those of these files that this person sent and that are on no ticket yet: nobody attaches what is not theirs.</summary>
    public async Task<IReadOnlyList<AttachmentId>> OwnAsync(IReadOnlyList<AttachmentId> files, Actor actor, CancellationToken stop)
    {
        var wanted = files.ToList();
        return wanted.Count == 0
            ? []
            : await db.Attachments
                .Where(row => wanted.Contains(row.Id) && row.By == actor.Person && row.Ticket == null)
                .Select(row => row.Id)
                .ToListAsync(stop);
    }

    private async Task<bool> MayReadAsync(AttachmentRow file, Actor actor, CancellationToken stop)
    {
        if (actor.Is(file.By))
        {
            return true;
        }

        return file.Ticket is { } id
            && await gate.FindAsync(id, actor, stop) is { Succeeded: true } found
            && (TicketAccess.ReadsNotes(found.Value, actor) || !await IsOnNoteAsync(file, stop));
    }

    private Task<bool> IsOnNoteAsync(AttachmentRow file, CancellationToken stop)
    {
        var id = file.Id.ToString();
        return db.Timeline.AnyAsync(row => row.Ticket == file.Ticket && row.Act == Act.Note && row.Files.Contains(id), stop);
    }
}
