using System.Text.Json;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Reads tickets with their history and stages what a decision adds to it.</summary>
public sealed class TicketRecords(HelpDeskDb db)
{
    /// <summary>The ticket as stored, with what this unit of work has staged already; null if there is none.</summary>
    internal async Task<Ticket?> FindAsync(TicketId id, CancellationToken stop) =>
        StagedOf(id) is { } staged ? staged with { } : await db.Tickets.AsNoTracking().SingleOrDefaultAsync(ticket => ticket.Id == id, stop);

    /// <summary>The ticket in which a merged one goes on, through as many merges as there were.</summary>
    internal async Task<Ticket> FollowAsync(Ticket merged, CancellationToken stop)
    {
        while (merged.MergedInto is { } into)
        {
            merged = (await FindAsync(into, stop))!;
        }

        return merged;
    }

    /// <summary>
    /// The history in order up to a version of the ticket. Since it only grows, this is what that version came from, whatever others
    /// write meanwhile. What this unit of work has staged counts too.
    /// </summary>
    internal async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(TicketId id, int version, CancellationToken stop)
    {
        var rows = await (
            from row in db.Timeline.AsNoTracking()
            where row.Ticket == id && row.Sequence <= version
            join text in db.TimelineTexts.AsNoTracking() on new { row.Ticket, row.Sequence } equals new { text.Ticket, text.Sequence }
                into texts
            from text in texts.DefaultIfEmpty()
            orderby row.Sequence
            select new { row, Text = text == null ? null : text.Text }).ToListAsync(stop);
        var staged = db.Timeline.Local.Where(row => row.Ticket == id && row.Sequence <= version).OrderBy(row => row.Sequence);
        return [.. rows.Select(pair => EntryOf(pair.row, pair.Text)), .. staged.Select(row => EntryOf(row, StagedTextOf(row)))];
    }

    /// <summary>Every entry of every ticket, in order.</summary>
    internal async Task<IReadOnlyList<TimelineEntry>> AllAsync(CancellationToken stop)
    {
        var texts = await db.TimelineTexts.AsNoTracking().ToDictionaryAsync(text => (text.Ticket, text.Sequence), text => text.Text, stop);
        var rows = await db.Timeline.AsNoTracking().OrderBy(row => row.Ticket).ThenBy(row => row.Sequence).ToListAsync(stop);
        return [.. rows.Select(row => EntryOf(row, texts.GetValueOrDefault((row.Ticket, row.Sequence))))];
    }

    /// <summary>Stages the entry and the ticket as it becomes; a ticket that changed meanwhile fails at the commit.</summary>
    internal async Task StageAsync(Ticket? before, Decision decision, CancellationToken stop)
    {
        var entry = decision.Entry;
        StageEntry(entry, entry.Sequence == 1 ? HashChain.Start : await HashBeforeAsync(entry, stop));
        if (before is null)
        {
            db.Tickets.Add(decision.Ticket with { });
            return;
        }

        var tracked = StagedOf(before.Id);
        if (tracked is null)
        {
            tracked = before with { };
            db.Attach(tracked);
        }

        db.Entry(tracked).CurrentValues.SetValues(decision.Ticket);
    }

    private Ticket? StagedOf(TicketId id) => db.Tickets.Local.FirstOrDefault(ticket => ticket.Id == id);

    private string? StagedTextOf(TimelineRow row) =>
        db.TimelineTexts.Local.FirstOrDefault(text => text.Ticket == row.Ticket && text.Sequence == row.Sequence)?.Text;

    private async Task<string> HashBeforeAsync(TimelineEntry entry, CancellationToken stop) =>
        db.Timeline.Local.FirstOrDefault(row => row.Ticket == entry.Ticket && row.Sequence == entry.Sequence - 1)?.Hash
        ?? await db.Timeline.Where(row => row.Ticket == entry.Ticket && row.Sequence == entry.Sequence - 1).Select(row => row.Hash).SingleAsync(stop);

    private void StageEntry(TimelineEntry entry, string previous)
    {
        var salt = HashChain.NewSalt();
        var digest = HashChain.Digest(salt, entry.Text);
        db.Timeline.Add(new TimelineRow
        {
            Ticket = entry.Ticket,
            Sequence = entry.Sequence,
            At = entry.At,
            By = entry.By,
            Act = entry.Act,
            Changes = JsonSerializer.Serialize(entry.Changes, StoredJson.Options),
            Files = string.Join(' ', entry.Files),
            About = entry.About,
            TextDigest = digest,
            PreviousHash = previous,
            Hash = HashChain.Next(previous, entry, digest),
        });
        if (entry.Text is { } text)
        {
            db.TimelineTexts.Add(new TimelineTextRow { Ticket = entry.Ticket, Sequence = entry.Sequence, Salt = salt, Text = text });
        }
    }

    internal static TimelineEntry EntryOf(TimelineRow row, string? text) => new(row.Ticket, row.Sequence, row.At, row.By, row.Act)
    {
        Changes = JsonSerializer.Deserialize<IReadOnlyList<Change>>(row.Changes, StoredJson.Options)!,
        Files = row.Files.Length == 0 ? [] : [.. row.Files.Split(' ').Select(id => new AttachmentId(Guid.Parse(id)))],
        Text = text,
        About = row.About,
    };
}
