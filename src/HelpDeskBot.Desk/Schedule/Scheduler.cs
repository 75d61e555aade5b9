using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace HelpDeskBot.Desk.Schedule;

/// <summary>Quartz is the clock, the reminder rows are the queue: one recurring job wakes the poller, and nothing is lost with its memory.</summary>
internal static class Scheduler
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan NightlyPeriod = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddScheduler(this IServiceCollection services)
    {
        services.AddSingleton<DuePoller>();
        services.AddScoped<DealWithDue>();
        services.AddScoped<DueMessages>();
        services.AddQuartz(quartz => quartz
            .ScheduleJob<WakePoller>(trigger => trigger
                .StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(Period).RepeatForever()))
            .ScheduleJob<WakeNightly>(trigger => trigger
                .StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(NightlyPeriod).RepeatForever())));
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}

/// <summary>The job that asks whether it is night.</summary>
[DisallowConcurrentExecution]
internal sealed class WakeNightly(Nightly nightly) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await nightly.RunAsync(cancellationToken);
}

/// <summary>The job that wakes the poller.</summary>
[DisallowConcurrentExecution]
internal sealed class WakePoller(DuePoller poller) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await poller.RunAsync(cancellationToken);
}
