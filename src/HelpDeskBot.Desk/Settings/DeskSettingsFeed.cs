using HelpDeskBot.Desk.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Desk.Settings;

/// <summary>Follows what other processes change in the desk's settings, and has open tickets planned anew after every change.</summary>
internal sealed class DeskSettingsFeed(
    IServiceScopeFactory scopes, DeskSettingsStore store, ReplanTickets replan, TimeProvider technical, ILogger<DeskSettingsFeed> logger)
    : Periodic(technical, logger)
{
    public override async Task RunOnceAsync(CancellationToken stop)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var versions = scope.ServiceProvider.GetRequiredService<DeskVersions>();
            if (await versions.NewestAsync(stop) > store.Version)
            {
                var latest = (await versions.LatestAsync(stop))!;
                store.PutInForce(latest.Version, latest.Yaml);
            }
        }

        await replan.RunAsync(store.Version, stop);
    }
}
