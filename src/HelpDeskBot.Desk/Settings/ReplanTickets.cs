using System.Globalization;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Schedule;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Desk.Settings;

/// <summary>
/// Plans the reminders of every ticket that is not closed anew once a version of the settings is in force, since hours and targets may have
/// changed. What it did is kept, so that a crash in the middle begins again; to plan twice changes nothing.
/// </summary>
internal sealed class ReplanTickets(UnitOfWork work)
{
    private const string Done = "desk-replanned";

    private int _done;

    public async Task RunAsync(int version, CancellationToken stop)
    {
        if (version <= _done)
        {
            return;
        }

        if (version > await work.RunAsync(DoneAsync, stop))
        {
            await PlanAllAsync(stop);
            await work.RunAsync(
                (services, token) => services.GetRequiredService<KeptValues>().SetAsync(Done, version.ToString(CultureInfo.InvariantCulture), token), stop);
        }

        _done = version;
    }

    private static async Task<int> DoneAsync(IServiceProvider services, CancellationToken stop) =>
        await services.GetRequiredService<KeptValues>().FindAsync(Done, stop) is { } kept ? int.Parse(kept, CultureInfo.InvariantCulture) : 0;

    private async Task PlanAllAsync(CancellationToken stop)
    {
        foreach (var id in await work.RunAsync(OpenAsync, stop))
        {
            await work.RunAsync((services, token) => PlanAsync(services, id, token), stop);
        }
    }

    private static Task<List<TicketId>> OpenAsync(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<HelpDeskDb>().Tickets
        .Where(ticket => ticket.Status != Status.Closed && ticket.Status != Status.Withdrawn)
        .Select(ticket => ticket.Id)
        .ToListAsync(stop);

    private static async Task PlanAsync(IServiceProvider services, TicketId id, CancellationToken stop)
    {
        var ticket = (await services.GetRequiredService<TicketRecords>().FindAsync(id, stop))!;
        if (await services.GetRequiredService<ReminderBook>().PlanAgainAsync(ticket, stop))
        {
            services.GetRequiredService<OutboxWriter>().Redraw(ticket);
        }
    }
}
