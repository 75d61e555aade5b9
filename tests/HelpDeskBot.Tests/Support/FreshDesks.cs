using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HelpDeskBot.Tests.Support;

/// <summary>What a desk has once it has started with nothing but its defaults, made once and copied for every test: migrations and articles cost more than most stories.</summary>
internal static class FreshDesks
{
    private const string File = "helpdesk.db";

    // The key of its tokens too, which each desk has for itself.
    private const string Forget = """DELETE FROM "KeptValues";""";

    private static readonly Lazy<Task<string>> Sqlite = new(StartSqliteAsync);
    private static readonly Lazy<Task<string>> Postgres = new(StartPostgresAsync);

    /// <summary>Puts the data of a fresh desk into a folder.</summary>
    public static async Task CopyAsync(string folder) => System.IO.File.Copy(await Sqlite.Value, Path.Combine(folder, File));

    /// <summary>The connection string of a new database with the data of a fresh desk.</summary>
    public static async Task<string> CopyAsync() => await PostgresServer.CopyAsync(await Postgres.Value);

    private static async Task<string> StartSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-fresh-").FullName;
        await TestDesk.StartOnceAsync(["--data", folder]);
        var file = Path.Combine(folder, File);
        await ForgetAsync(new SqliteConnection($"Data Source={file};Pooling=False"));
        return file;
    }

    private static async Task<string> StartPostgresAsync()
    {
        var connection = await PostgresServer.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("helpdesk-fresh-").FullName;
        await TestDesk.StartOnceAsync(["--data", folder, "--HelpDesk:Postgres=" + connection]);
        await ForgetAsync(new NpgsqlConnection(connection));
        NpgsqlConnection.ClearAllPools();
        return connection;
    }

    private static async Task ForgetAsync(DbConnection connection)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = Forget;
            await command.ExecuteNonQueryAsync();
        }
    }
}
