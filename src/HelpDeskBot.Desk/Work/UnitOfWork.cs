using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Work;

/// <summary>
/// Runs work against a fresh view of the database and commits it once. When somebody else changed the same rows meanwhile, the
/// work is decided again from what is stored now; that is safe because work only stages changes and never sends.
/// </summary>
public sealed partial class UnitOfWork(IServiceScopeFactory scopes, Dispatcher dispatcher, ILogger<UnitOfWork> logger)
{
    private const int Tries = 12;

    public async Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                return await CommitAsync(scope.ServiceProvider, work, stop);
            }
            catch (DbUpdateException conflict) when (attempt < Tries && Conflicts.IsConflict(conflict))
            {
                LogDecidedAgain(attempt);
            }
        }
    }

    public Task RunAsync(Func<IServiceProvider, CancellationToken, Task> work, CancellationToken stop) =>
        RunAsync(
            async (services, token) =>
            {
                await work(services, token);
                return true;
            },
            stop);

    private async Task<T> CommitAsync<T>(
        IServiceProvider services, Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        var db = services.GetRequiredService<HelpDeskDb>();
        var result = await work(services, stop);
        var staged = Staged.In(db.ChangeTracker);
        await db.SaveChangesAsync(stop);
        foreach (var version in staged.Desk)
        {
            services.GetRequiredService<DeskSettingsStore>().PutInForce(version.Version, version.Yaml);
        }

        foreach (var lane in staged.Lanes)
        {
            dispatcher.Signal(lane);
        }

        if (staged.Tickets.Count > 0)
        {
            await services.GetRequiredService<TicketIndexing>().AfterCommitAsync(staged.Tickets, stop);
        }

        if (staged.Articles.Count > 0)
        {
            await services.GetRequiredService<ArticleIndexing>().AfterCommitAsync(staged.Articles, stop);
        }

        return result;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Changed meanwhile; decided again (attempt {Attempt})")]
    private partial void LogDecidedAgain(int attempt);
}
