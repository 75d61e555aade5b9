using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Surveys;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Schedule;

/// <summary>Deals with everything that is due on one ticket.</summary>
internal sealed class DealWithDue(HelpDeskDb db, TicketDesk desk, DueMessages messages, SendSurvey survey, BusinessClock clock)
{
    public async Task RunAsync(TicketId id, CancellationToken stop)
    {
        var now = clock.Now;
        var due = await db.Reminders.AsTracking()
            .Where(row => row.Ticket == id && row.State == ReminderState.Pending && row.DueAt <= now)
            .OrderBy(row => row.DueAt)
            .ToListAsync(stop);
        var milestones = due.Select(row => row.Milestone).ToHashSet();
        foreach (var row in due)
        {
            (row.State, row.DoneAt) = (ReminderState.Done, now);
        }

        var before = await db.Tickets.AsNoTracking().SingleAsync(ticket => ticket.Id == id, stop);
        var ticket = await ActAsync(before, milestones, stop);
        if (ticket.Status.IsActive())
        {
            await messages.SayAsync(ticket, due, stop); // a nudge together with the silence that resolves it is pointless
        }

        await survey.RunAsync(ticket, milestones, stop);
    }

    // The ticket as it is after what time does to it.
    private async Task<Ticket> ActAsync(Ticket ticket, HashSet<Milestone> due, CancellationToken stop)
    {
        Outcome<Decision>? outcome = due switch
        {
            _ when due.Contains(Milestone.CloseBySilence) => ticket.CloseBySilence(Actor.System, clock.Now),
            _ when due.Contains(Milestone.ResolveBySilence) => ticket.ResolveBySilence(Actor.System, clock.Now),
            _ when due.Contains(Milestone.WakeUp) => ticket.WakeUp(Actor.System, clock.Now),
            _ => (Outcome<Decision>?)null,
        };
        return outcome is { } decided && await desk.StageAsync(ticket, decided, Actor.System, default, stop) is { Succeeded: true } changed
            ? changed.Value
            : ticket;
    }
}
