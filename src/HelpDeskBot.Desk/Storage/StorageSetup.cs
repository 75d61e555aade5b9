using HelpDeskBot.Desk.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HelpDeskBot.Desk.Storage;

/// <summary>Chooses the database; the only place that names providers.</summary>
internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<Numbers>();
        services.AddScoped<DatabaseSetup>();
        return string.IsNullOrEmpty(options.Postgres) ? services.AddSqlite() : services.AddPostgres(options.Postgres);
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton<DataFolder>();
        services.AddSingleton<WriterGate>();
        services.AddSingleton<IFileStore, FolderFileStore>();
        var settings = new SqliteSettings();
        return services.AddDbContextPool<HelpDeskDb, SqliteDb>(
            (provider, db) => db.UseSqlite(ConnectionTo(provider.GetRequiredService<DataFolder>())).AddInterceptors(settings).Common());
    }

    private static string ConnectionTo(DataFolder folder) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(folder.Path, "helpdesk.db"),
        DefaultTimeout = 30,
    }.ToString();

    private static IServiceCollection AddPostgres(this IServiceCollection services, string connection)
    {
        Check(connection);
        services.AddSingleton<IFileStore, DatabaseFileStore>();
        return services.AddDbContextPool<HelpDeskDb, PostgresDb>(db => db.UseNpgsql(connection).Common());
    }

    private static void Check(string connection)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException wrong)
        {
            throw new StartupException($"HelpDesk:Postgres is not a connection string ({wrong.Message}). Write it as Host=…;Database=…;Username=…;Password=….");
        }
    }

    private static void Common(this DbContextOptionsBuilder db) => db.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
}
