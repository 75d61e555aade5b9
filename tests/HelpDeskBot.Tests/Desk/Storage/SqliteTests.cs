using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace HelpDeskBot.Tests.Desk.Storage;

public class SqliteTests
{
    private const int Full = 2;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_counts_when_it_is_on_disk_and_readers_do_not_wait_for_writers()
    {
        await using var desk = await StorageDesk.StartAsync(Database.Sqlite);

        Assert.Equal("wal", await ValueAsync<string>(desk, """SELECT journal_mode AS "Value" FROM pragma_journal_mode"""));
        Assert.Equal(Full, await ValueAsync<int>(desk, """SELECT synchronous AS "Value" FROM pragma_synchronous"""));
        Assert.Equal(1, await ValueAsync<int>(desk, """SELECT foreign_keys AS "Value" FROM pragma_foreign_keys"""));
    }

    [Fact]
    public async Task A_writer_has_the_lock_before_it_reads()
    {
        await using var desk = await StorageDesk.StartAsync(Database.Sqlite);

        await desk.ReadAsync(async db =>
        {
            using var elsewhere = new SqliteConnection(db.Database.GetConnectionString() + ";Pooling=False");
            elsewhere.Open();
            await db.WriteAsync(
                _ =>
                {
                    Assert.Equal(raw.SQLITE_BUSY, raw.sqlite3_exec(elsewhere.Handle, "BEGIN IMMEDIATE"));
                    return Task.CompletedTask;
                },
                Stop);
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(elsewhere.Handle, "BEGIN IMMEDIATE"));
            return true;
        });
    }

    [Fact]
    public async Task Writers_of_this_process_wait_at_the_gate_and_not_at_the_lock()
    {
        await using var desk = await StorageDesk.StartAsync(Database.Sqlite);
        var gate = desk.Services.GetRequiredService<WriterGate>();
        Task save, write;

        using (await gate.EnterAsync(Stop))
        {
            save = desk.ReadAsync(db =>
            {
                db.KeptValues.Add(new KeptValueRow { Name = "saved", Value = "" });
                return db.SaveChangesAsync(Stop);
            });
            write = desk.Services.GetRequiredService<Numbers>().NextAsync(NumberRow.Ticket, Stop);

            Assert.False(save.IsCompleted || write.IsCompleted, "a writer passed the gate");
        }

        await Task.WhenAll(save, write);
    }

    private static Task<T> ValueAsync<T>(StorageDesk desk, string query) => desk.ReadAsync(db => db.Database.SqlQueryRaw<T>(query).SingleAsync(Stop));
}
