using HelpDeskBot.Desk.Schedule;
using HelpDeskBot.Desk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>
/// The database is an old one: what it was about to say has been said since, and so has what became due. All of it waits for an admin, who alone knows;
/// cards are drawn as the tickets are now. Numbers of tickets go on where no lost ticket has one, since cards of those still stand in the chats.
/// </summary>
internal sealed partial class RestoredBackup(HelpDeskDb db, DuePoller due, ILogger<RestoredBackup> logger)
{
    /// <summary>The reason that an admin reads.</summary>
    public const string Reason = "backup.restored";

    private const long SkippedNumbers = 1000;

    public async Task RunAsync(CancellationToken stop)
    {
        await due.RunAsync(stop);
        var held = 0;
        await db.WriteAsync(
            async token =>
            {
                held = await db.Outbox.Where(row => row.State == OutboxState.Pending && row.Kind == OutboxKind.Message)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Parked).SetProperty(row => row.Error, Reason), token);
                await db.Database.ExecuteSqlAsync($"""UPDATE "Numbers" SET "Next" = "Next" + {SkippedNumbers} WHERE "Name" = {NumberRow.Ticket}""", token);
            },
            stop);
        LogHeld(held);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Started on a restored backup: {Count} messages wait for an admin")]
    private partial void LogHeld(int count);
}
