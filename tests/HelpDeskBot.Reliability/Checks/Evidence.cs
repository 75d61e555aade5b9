using System.Text.Json;
using HelpDeskBot.Desk;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Reliability.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Reliability.Checks;

/// <summary>A ticket as stored, with its history.</summary>
internal sealed record StoredTicket(Ticket Ticket, IReadOnlyList<TimelineEntry> Entries, IReadOnlyList<TimelineRow> Rows);

/// <summary>What is found when all is quiet: the ledger of the clients, and the database, read beside the program.</summary>
internal sealed class Evidence
{
    public required IReadOnlyList<LedgerLine> Ledger { get; init; }

    public required IReadOnlyList<StoredTicket> Tickets { get; init; }

    public required IReadOnlyList<TimelineTextRow> Texts { get; init; }

    public required IReadOnlyList<InboxRow> Inbox { get; init; }

    public required IReadOnlyList<OutboxRow> Outbox { get; init; }

    public required IReadOnlyList<ActionReceiptRow> Receipts { get; init; }

    public required IReadOnlyList<ChatLogRow> ChatLog { get; init; }

    public required IReadOnlyList<PlacementRow> Placements { get; init; }

    public required IReadOnlyList<MessageCopyRow> Copies { get; init; }

    public required int Drafts { get; init; }

    /// <summary>What the database finds wrong with itself.</summary>
    public required string Integrity { get; init; }

    public static Outgoing OutgoingOf(OutboxRow row) => JsonSerializer.Deserialize<Outgoing>(row.Body, StoredJson.Options)!;

    /// <summary>Whether nothing waits in the inbox.</summary>
    public static async Task<bool> IsAllDealtWithAsync(string database, CancellationToken stop)
    {
        await using var db = Open(database);
        return !await db.Inbox.AnyAsync(row => row.State == InboxState.Pending, stop);
    }

    /// <summary>Whether all is said; that a reply can still be undone is no work.</summary>
    public static async Task<bool> IsQuietAsync(string database, CancellationToken stop)
    {
        await using var db = Open(database);
        return !await db.Inbox.AnyAsync(row => row.State == InboxState.Pending, stop)
            && !await db.Outbox.AnyAsync(
                row => row.State == OutboxState.Pending && (row.Kind != OutboxKind.Correction || row.NotBefore == null || row.Attempts > 0), stop);
    }

    public static async Task<Evidence> CollectAsync(string database, Ledger ledger, CancellationToken stop)
    {
        await using var db = Open(database);
        return new Evidence
        {
            Ledger = ledger.Read(),
            Tickets = await TicketsAsync(db, stop),
            Texts = await db.TimelineTexts.ToListAsync(stop),
            Inbox = await db.Inbox.OrderBy(row => row.Id).ToListAsync(stop),
            Outbox = await db.Outbox.OrderBy(row => row.Id).ToListAsync(stop),
            Receipts = await db.ActionReceipts.ToListAsync(stop),
            ChatLog = await db.ChatLog.OrderBy(row => row.Conversation).ThenBy(row => row.Sequence).ToListAsync(stop),
            Placements = await db.Placements.ToListAsync(stop),
            Copies = await db.MessageCopies.ToListAsync(stop),
            Drafts = await db.Drafts.CountAsync(stop),
            Integrity = (await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(stop))[0],
        };
    }

    /// <summary>The database, only to be read.</summary>
    public static SqliteDb Open(string database) => new(
        new DbContextOptionsBuilder<SqliteDb>()
            .UseSqlite($"Data Source={database};Mode=ReadOnly;Pooling=False")
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options);

    private static async Task<IReadOnlyList<StoredTicket>> TicketsAsync(HelpDeskDb db, CancellationToken stop)
    {
        var records = new TicketRecords(db);
        var found = new List<StoredTicket>();
        foreach (var ticket in await db.Tickets.OrderBy(ticket => ticket.Id).ToListAsync(stop))
        {
            var rows = await db.Timeline.Where(row => row.Ticket == ticket.Id).OrderBy(row => row.Sequence).ToListAsync(stop);
            found.Add(new StoredTicket(ticket, await records.TimelineAsync(ticket.Id, int.MaxValue, stop), rows));
        }

        return found;
    }
}
