using Microsoft.Data.Sqlite;

namespace HelpDeskBot.Reliability.Throughput;

/// <summary>
/// Years of work in the database of a program that does not run: tickets, most of them closed long ago, with histories, texts, messages in and out,
/// conversations, cards and reminders. Written as rows, since filing them one by one would take hours; the hash chains are not real.
/// </summary>
internal static class OldTickets
{
    private const int First = 1_000_000; // far from the numbers that the program gives out

    public static async Task AddAsync(string database, int count, IReadOnlyList<string> requesters, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Foreign Keys=False;Pooling=False");
        await connection.OpenAsync(stop);
        await RunAsync(connection, "PRAGMA synchronous=OFF", stop);
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(stop);
        await RunAsync(connection, "CREATE TEMP TABLE Old (Id INTEGER PRIMARY KEY, Who TEXT, At INTEGER, Status TEXT)", stop);
        await RunAsync(
            connection,
            $"""
            WITH RECURSIVE Numbered(N) AS (SELECT 0 UNION ALL SELECT N + 1 FROM Numbered WHERE N < {count - 1})
            INSERT INTO Old SELECT {First} + N, printf('employee%03d', N % {requesters.Count} + 1), 1700000000000000 + N * 600000000,
                CASE WHEN N % 50 = 0 THEN 'InProgress' WHEN N % 50 = 1 THEN 'New' ELSE 'Closed' END FROM Numbered
            """,
            stop);
        foreach (var table in Tables)
        {
            await RunAsync(connection, table, stop);
        }

        await transaction.CommitAsync(stop);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(stop);
    }

    private static readonly string[] Tables =
    [
        """
        INSERT INTO Tickets (Id, Version, StatusVersion, Status, StatusSince, Owner, OwnerSince, Requester, Author, Queue, Type, Category, Impact, Urgency,
            Priority, Subject, Description, ArticlesShown, ArticlesRejected, FiledAt, ReopenCount)
        SELECT Id, 4, 4, Status, At, CASE Status WHEN 'New' THEN NULL ELSE 'chen' END, At, Who, Who, 'it-support', 'Incident', 'network', 'MyTeam', 'HardToWork',
            'P3', 'Old trouble ' || Id, 'Old trouble ' || Id || ' with the network, told at some length so that the row has a usual size.', '', '', At, 0 FROM Old
        """,
        """
        INSERT INTO Timeline (Ticket, Sequence, At, By, Act, Changes, Files, PreviousHash, Hash)
        SELECT Id, N, At + N, CASE N WHEN 1 THEN Who ELSE 'chen' END, Act, '[]', '', 'old', 'old' FROM Old,
            (SELECT 1 AS N, 'File' AS Act UNION SELECT 2, 'Claim' UNION SELECT 3, 'Reply' UNION SELECT 4, 'Resolve')
        """,
        "INSERT INTO TimelineTexts (Ticket, Sequence, Salt, Text) SELECT Ticket, Sequence, 'salt', 'Words about ' || Ticket FROM Timeline WHERE PreviousHash = 'old' AND Sequence >= 3",
        """
        INSERT INTO Inbox (Channel, DeliveryKey, Lane, Body, ReceivedAt, State, Attempts, Fence, DoneAt)
        SELECT 'webchat', 'old/' || Id || '/' || N, 'direct-' || Who, '{"type":"message","text":"Old words, kept for the inbox"}', At, 'Done', 0, 1, At
        FROM Old, (SELECT 1 AS N UNION SELECT 2 UNION SELECT 3)
        """,
        """
        INSERT INTO Outbox (Key, Lane, Kind, Body, Ticket, Entry, IsReminder, CreatedAt, State, Attempts, Fence, SentAt)
        SELECT 'old' || Id || '.' || N, CASE N % 2 WHEN 0 THEN 'room:it-support' ELSE 'person:' || Who END, CASE WHEN N > 4 THEN 'Refresh' ELSE 'Message' END,
            '{"to":{},"what":{"kind":"quote"}}', Id, N, 0, At, 'Sent', 0, 1, At
        FROM Old, (SELECT 1 AS N UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6)
        """,
        """
        INSERT INTO MessageCopies (OutboxKey, Conversation, Activity, Ticket, Entry, At)
        SELECT Key, CASE WHEN Lane LIKE 'room:%' THEN 'it-support' ELSE 'direct-' || substr(Lane, 8) END, Key, Ticket, Entry, CreatedAt FROM Outbox
        WHERE Key LIKE 'old%' AND Kind = 'Message'
        """,
        """
        INSERT INTO Placements (Id, Ticket, Card, Lane, Conversation, Activity, Shown, DrawnVersion)
        SELECT printf('%08X-0000-0000-0000-%012X', Ticket, Entry), Ticket, CASE Entry WHEN 1 THEN 'ticket-requester' ELSE 'ticket-agent' END, Lane,
            CASE WHEN Lane LIKE 'room:%' THEN 'it-support' ELSE 'direct-' || substr(Lane, 8) END, Key, 'old', 4 FROM Outbox WHERE Key LIKE 'old%' AND Entry <= 2
        """,
        """
        INSERT INTO Reminders (Ticket, Milestone, Cycle, DueAt, State)
        SELECT Id, Milestone, 0, 4000000000000000, CASE Status WHEN 'Closed' THEN 'Cancelled' ELSE 'Pending' END
        FROM Old, (SELECT 'Response75' AS Milestone UNION SELECT 'ResolutionBreach' UNION SELECT 'Resolution90')
        """,
        """
        INSERT INTO ActionReceipts (Key, Person, Answer, At)
        SELECT 'old/' || Id || '/' || N, Who, '{"kind":"say","text":"Done"}', At FROM Old, (SELECT 1 AS N UNION SELECT 2 UNION SELECT 3)
        """,
        // What the conversations show long ago stands before everything that is read from now on.
        """
        INSERT INTO ChatLog (Conversation, Sequence, Activity, Event, Body, Current, At)
        SELECT Conversation, -row_number() OVER (PARTITION BY Conversation ORDER BY At), Activity, 'Message', '{"type":"message","text":"Old words"}', NULL, At
        FROM MessageCopies WHERE OutboxKey LIKE 'old%'
        """,
    ];
}
