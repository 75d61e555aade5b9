using Npgsql;

namespace HelpDeskBot.Tests.Support;

/// <summary>What a desk has once it has started with nothing but its defaults, made once and copied for every test: migrations and articles cost more than most stories.</summary>
internal static class FreshDesks
{
    private const string File = "helpdesk.db";

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
        return Path.Combine(folder, File);
    }

    private static async Task<string> StartPostgresAsync()
    {
        var connection = await PostgresServer.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("helpdesk-fresh-").FullName;
        await TestDesk.StartOnceAsync(["--data", folder, "--HelpDesk:Postgres=" + connection]);
        NpgsqlConnection.ClearAllPools();
        return connection;
    }
}
