using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HelpDeskBot.Desk.Storage;

/// <summary>Brings the database up to the model before anything else touches it.</summary>
internal sealed class DatabaseSetup(HelpDeskDb db, StorageOptions options)
{
    public async Task RunAsync(CancellationToken stop)
    {
        if (db.Database.IsSqlite())
        {
            await PrepareSqliteAsync(stop);
            await db.Database.MigrateAsync(stop);
            await TakeOverLeasesAsync(stop);
        }
        else
        {
            await PreparePostgresAsync(stop);
            await db.Database.MigrateAsync(stop);
        }
    }

    private async Task PrepareSqliteAsync(CancellationToken stop)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);

        // A kill during a migration leaves its lock behind and the next start would wait for it for ever (dotnet/efcore#38958).
        // The data folder is ours alone while we run, so whoever held it is dead. The migration makes the table again.
        await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, stop);
    }

    private async Task PreparePostgresAsync(CancellationToken stop)
    {
        if (!await ReachesDatabaseAsync(stop))
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync(stop);
        }

        // Without it the migration asks a table that is not there, and logs that as a failure.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(stop);
    }

    // A wrong address or password is found before any command could fail because of it.
    private async Task<bool> ReachesDatabaseAsync(CancellationToken stop)
    {
        try
        {
            await using var connection = new NpgsqlConnection(options.Postgres);
            await connection.OpenAsync(stop);
            return true;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or TimeoutException)
        {
            throw new StartupException(
                $"The PostgreSQL database of HelpDesk:Postgres cannot be reached ({failure.Message}). Correct the connection string, or start the server.");
        }
    }

    // There is one process per data folder: every lease is a dead one's.
    private Task TakeOverLeasesAsync(CancellationToken stop) => db.WriteAsync(
        async token =>
        {
            await db.Inbox.Where(row => row.State == Inbox.InboxState.Pending)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, (NodaTime.Instant?)null), token);
            await db.Outbox.Where(row => row.State == Outbox.OutboxState.Pending)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, (NodaTime.Instant?)null), token);
        },
        stop);
}
