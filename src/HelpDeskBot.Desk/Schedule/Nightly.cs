using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Work;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace HelpDeskBot.Desk.Schedule;

/// <summary>What is done once a night, when few people wait: the desk learns from the tickets that were closed.</summary>
public sealed class Nightly(UnitOfWork work, DeskSettingsStore settings, BusinessClock clock, IServiceProvider services) : IDisposable
{
    private const string Kept = "nightly-done-on";
    private static readonly LocalTime Hour = new(2, 0);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Does it if it is due by the business clock: after two in the morning, in the time zone of the first queue, once a day.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.Now.InZone(DateTimeZoneProviders.Tzdb[settings.Current.Queues[0].Zone]);
        var night = now.TimeOfDay >= Hour ? now.Date : now.Date.PlusDays(-1);
        await _one.WaitAsync(stop);
        try
        {
            if (await work.RunAsync((scope, token) => TakeAsync(scope.GetRequiredService<KeptValues>(), night, token), stop))
            {
                await work.RunAsync((scope, token) => scope.GetRequiredService<TrainTicketLabels>().RunAsync(token), stop);
                await services.GetRequiredService<TicketLabelFeed>().RunOnceAsync(stop);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    // The first start only begins to count: a new desk has nothing to learn from. Two processes that both take a night train the same.
    private static async Task<bool> TakeAsync(KeptValues kept, LocalDate night, CancellationToken stop)
    {
        var done = await kept.FindAsync(Kept, stop);
        var text = LocalDatePattern.Iso.Format(night);
        if (done is not null && string.CompareOrdinal(done, text) >= 0)
        {
            return false;
        }

        await kept.SetAsync(Kept, text, stop);
        return done is not null;
    }
}
