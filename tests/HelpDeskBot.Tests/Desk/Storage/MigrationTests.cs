using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HelpDeskBot.Tests.Desk.Storage;

public class MigrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_migrations_give_the_model(Database database)
    {
        await using var desk = await StorageDesk.CreateAsync(database);

        Assert.False(await desk.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())), "the model has changes that no migration makes");
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_first_start_and_the_next_log_no_problem(Database database)
    {
        await using var desk = await StorageDesk.CreateAsync(database);

        await desk.SetUpAsync();
        await desk.SetUpAsync();

        Assert.Equal([], desk.Problems.Lines);
        Assert.Equal([], await desk.ReadAsync(async db => await db.Database.GetPendingMigrationsAsync(Stop)));
    }

    [Fact]
    public async Task A_database_that_the_server_does_not_have_yet_is_made()
    {
        var connection = new NpgsqlConnectionStringBuilder(await PostgresServer.NewDatabaseAsync());
        connection.Database += "_not_yet";
        await using var desk = StorageDesk.Create(connection.ToString());

        await desk.SetUpAsync();

        Assert.Equal([], desk.Problems.Lines);
    }

    [Fact]
    public async Task A_lock_that_a_killed_migration_left_does_not_hold_up_the_start()
    {
        await using var desk = await StorageDesk.CreateAsync(Database.Sqlite);
        await desk.SetUpAsync();
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-11-23 08:00:00')""", Stop));

        await desk.SetUpAsync().WaitAsync(TimeSpan.FromSeconds(20), Stop);
    }
}
