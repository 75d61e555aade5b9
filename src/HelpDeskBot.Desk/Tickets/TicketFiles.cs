using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Keeps the files of a ticket within what a ticket holds, and makes those that come with an entry the ticket's own.</summary>
public sealed class TicketFiles(HelpDeskDb db, OutboxWriter outbox)
{
    /// <summary>Most bytes of files on one ticket.</summary>
    private const long Limit = 100L * 1024 * 1024;

    /// <summary>
    /// The decision without the files for which there is no room; whoever sent them is told which, and their words stay. A refusal if nothing
    /// would be left, or only a part of a text.
    /// </summary>
    internal async Task<Outcome<Decision>> FitAsync(Decision decision, Actor actor, CancellationToken stop)
    {
        var entry = decision.Entry;
        var left = entry.Files.Count == 0 ? [] : await LeftOutAsync(entry, stop);
        if (left.Count == 0)
        {
            return decision;
        }

        var kept = entry.Files.Except(left.Select(file => file.Id)).ToList();
        if ((string.IsNullOrWhiteSpace(entry.Text) && kept.Count == 0) || left.Exists(file => file.Name == SaveFile.LongText) || actor.Person is not { } person)
        {
            return new Refusal("file.ticket_full").With("ticket", entry.Ticket);
        }

        var names = string.Join(", ", left.Select(file => file.Name));
        outbox.Say(Destination.To(person), new Line("announce.no_room").With("ticket", entry.Ticket).With("names", names));
        return decision with { Entry = entry with { Files = kept } };
    }

    /// <summary>Stages that the files of an entry are the ticket's from now on; those of what was taken back are their sender's again.</summary>
    internal async Task ClaimAsync(TimelineEntry entry, CancellationToken stop)
    {
        if (entry is { Act: Act.DeleteMessage or Act.RetractReply, About: { } about })
        {
            await ReleaseAsync(entry.Ticket, about, stop);
        }

        foreach (var file in entry.Files.Count == 0 ? [] : await OfAsync(entry.Files, stop))
        {
            file.Ticket ??= file.By == entry.By ? entry.Ticket : null;
        }
    }

    private async Task ReleaseAsync(TicketId ticket, int entry, CancellationToken stop)
    {
        var rows = await db.Timeline.Where(row => row.Ticket == ticket && (row.Sequence == entry || row.About == entry)).ToListAsync(stop);
        foreach (var file in await OfAsync([.. rows.SelectMany(row => TicketRecords.EntryOf(row, text: null).Files)], stop))
        {
            file.Ticket = null;
        }
    }

    // Long texts first: they are what was said.
    private async Task<List<AttachmentRow>> LeftOutAsync(TimelineEntry entry, CancellationToken stop)
    {
        var room = Limit - await db.Attachments.Where(file => file.Ticket == entry.Ticket).SumAsync(file => file.Size, stop);
        var left = new List<AttachmentRow>();
        foreach (var file in (await OfAsync(entry.Files, stop)).Where(file => file.Ticket is null).OrderBy(file => file.Name != SaveFile.LongText))
        {
            if (file.Size > room)
            {
                left.Add(file);
            }
            else
            {
                room -= file.Size;
            }
        }

        return left;
    }

    // Those kept by this unit of work too, such as a long text that became a file.
    private async Task<List<AttachmentRow>> OfAsync(IReadOnlyList<AttachmentId> files, CancellationToken stop)
    {
        var ids = files.ToList();
        await db.Attachments.AsTracking().Where(file => ids.Contains(file.Id)).LoadAsync(stop);
        return [.. db.Attachments.Local.Where(file => ids.Contains(file.Id)).OrderBy(file => ids.IndexOf(file.Id))];
    }
}
