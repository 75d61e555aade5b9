using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace HelpDeskBot.Desk;

/// <summary>What must be done before anything else runs: the database, the settings in force, the articles, the business clock.</summary>
internal sealed class DeskStart(IServiceScopeFactory scopes, UnitOfWork work, BusinessClock clock, DeskOptions options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<DatabaseSetup>().RunAsync(cancellationToken);
        await RestoreClockAsync(services.GetRequiredService<KeptValues>(), cancellationToken);
        await services.GetRequiredService<LoadDeskSettings>().RunAsync(cancellationToken);
        await services.GetRequiredService<ArticleIndexing>().BuildAsync(cancellationToken);
        await work.RunAsync((inside, stop) => inside.GetRequiredService<ImportArticles>().RunAsync(stop), cancellationToken);
        await services.GetRequiredService<TicketIndexing>().BuildAsync(cancellationToken);
        await services.GetRequiredService<TicketLabelFeed>().RunOnceAsync(cancellationToken);
        if (options.IsRestored)
        {
            await services.GetRequiredService<RestoredBackup>().RunAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A demonstration that was moved forward stays there: time never runs backwards over what is stored.
    private async Task RestoreClockAsync(KeptValues kept, CancellationToken stop)
    {
        if (await kept.FindAsync(MoveClock.Name, stop) is { } ticks)
        {
            clock.MoveTo(Duration.FromTicks(long.Parse(ticks, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
