using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HelpDeskBot.Tests.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace HelpDeskBot.Tests.Support;

/// <summary>One PostgreSQL server for the whole run; every desk gets a database of its own in it.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private static readonly TaskCompletionSource<int> Started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static readonly SemaphoreSlim OneCopy = new(1, 1);
    private static int _databases;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "helpdesk-pg-" + Guid.NewGuid().ToString("N")[..8]);

    /// <summary>The connection string of a new, empty database.</summary>
    public static Task<string> NewDatabaseAsync() => CreateAsync("");

    /// <summary>The connection string of a new database with all that another one holds, to which nobody is connected any more.</summary>
    public static async Task<string> CopyAsync(string connection)
    {
        var original = new NpgsqlConnectionStringBuilder(connection).Database;
        await OneCopy.WaitAsync(); // of a database that is being copied the server makes no second copy
        try
        {
            return await CreateAsync($" TEMPLATE {original}");
        }
        finally
        {
            OneCopy.Release();
        }
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            var port = FreePort();
            await RunAsync("start", _folder, port.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Started.SetResult(port);
        }
        catch (Exception failure)
        {
            Started.SetException(failure);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop", _folder);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> CreateAsync(string from)
    {
        var port = await Started.Task;
        var name = $"desk{Interlocked.Increment(ref _databases)}";
        await using var admin = new NpgsqlConnection(ConnectionString(port, "postgres"));
        await admin.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}{from}", admin);
        await create.ExecuteNonQueryAsync();
        return ConnectionString(port, name);
    }

    private static string ConnectionString(int port, string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Maximum Pool Size=20;Connection Idle Lifetime=2;Connection Pruning Interval=1";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var script = Path.Combine(RepositoryFolder.Root, "tests", "postgres.sh");
        using var process = Process.Start(new ProcessStartInfo(script, arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"tests/postgres.sh {arguments[0]}: {error}");
    }
}
