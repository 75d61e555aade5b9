using System.Globalization;
using HelpDeskBot.Desk.Schedule;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HelpDeskBot.Desk.Work;

/// <summary>Moves the business clock forward, for demonstrations and tests, and does all that becomes due on the way.</summary>
public sealed class MoveClock(IServiceScopeFactory scopes, BusinessClock clock, DuePoller poller, Nightly nightly, Settling settling)
{
    internal const string Name = "business-clock-offset";

    /// <summary>Returns when everything due is done and everything said has left.</summary>
    public async Task<Instant> RunAsync(Duration by, CancellationToken stop)
    {
        var offset = clock.Offset + by;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var ticks = ((long)offset.TotalTicks).ToString(CultureInfo.InvariantCulture);
            await scope.ServiceProvider.GetRequiredService<KeptValues>().SetAsync(Name, ticks, stop);
        }

        clock.MoveTo(offset);
        await poller.RunAsync(stop);
        await nightly.RunAsync(stop);
        await settling.RunAsync(stop);
        return clock.Now;
    }
}
