using Microsoft.Data.Sqlite;
using Npgsql;

namespace HelpDeskBot.Tests.Support;

/// <summary>The data of a desk as it was at some time.</summary>
internal sealed class Backup
{
    private const string Postgres = "--HelpDesk:Postgres=";

    private readonly string _copy;

    private Backup(string copy) => _copy = copy;

    /// <summary>Stops the program, copies its database, and starts it again.</summary>
    public static async Task<Backup> OfAsync(TestDesk desk)
    {
        Backup? made = null;
        await desk.RestartAsync(meanwhile: async arguments => made = new Backup(await CopyAsync(desk, arguments)));
        return made!;
    }

    /// <summary>Stops the program and starts it on this backup as it is told to, some time later.</summary>
    public async Task RestoreAsync(TestDesk desk, TimeSpan after)
    {
        List<string> started = [];
        await desk.RestartAsync(after, arguments =>
        {
            started = arguments;
            if (arguments.RemoveAll(argument => argument.StartsWith(Postgres, StringComparison.Ordinal)) > 0)
            {
                arguments.Add(Postgres + _copy);
            }
            else
            {
                SqliteConnection.ClearAllPools();
                File.Copy(_copy, FileOf(desk), overwrite: true);
            }

            arguments.Add("--restored");
            return Task.CompletedTask;
        });
        started.Remove("--restored"); // the next start is one like any other
    }

    private static async Task<string> CopyAsync(TestDesk desk, List<string> arguments)
    {
        if (arguments.Find(argument => argument.StartsWith(Postgres, StringComparison.Ordinal)) is { } database)
        {
            NpgsqlConnection.ClearAllPools();
            return await PostgresServer.CopyAsync(database[Postgres.Length..]);
        }

        SqliteConnection.ClearAllPools();
        var copy = Path.Combine(Directory.CreateTempSubdirectory("helpdesk-backup-").FullName, "helpdesk.db");
        File.Copy(FileOf(desk), copy);
        return copy;
    }

    private static string FileOf(TestDesk desk) => Path.Combine(desk.Folder, "helpdesk.db");
}
