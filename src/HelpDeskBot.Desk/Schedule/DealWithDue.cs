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
    private static readonly Milestone[] Warnings =
    [
        Milestone.Response75, Milestone.Response90, Milestone.ResponseBreach,
        Milestone.Resolution75, Milestone.Resolution90, Milestone.ResolutionBreach,
    ];

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

        var ticket = await db.Tickets.AsNoTracking().SingleAsync(ticket => ticket.Id == id, stop);
        if (!await ActAsync(ticket, milestones, stop))
        {
            await messages.SayAsync(ticket, milestones, stop);
        }

        await survey.RunAsync(ticket, milestones, stop);
        if (milestones.Overlaps(Warnings))
        {
            desk.Redraw(ticket); // "at risk" and "overdue" show on the card
        }
    }

    // What changes the ticket makes its other reminders pointless: a nudge together with the silence that resolves it.
    private async Task<bool> ActAsync(Ticket ticket, HashSet<Milestone> due, CancellationToken stop)
    {
        Outcome<Decision>? outcome = due switch
        {
            _ when due.Contains(Milestone.CloseBySilence) => ticket.CloseBySilence(Actor.System, clock.Now),
            _ when due.Contains(Milestone.ResolveBySilence) => ticket.ResolveBySilence(Actor.System, clock.Now),
            _ when due.Contains(Milestone.WakeUp) => ticket.WakeUp(Actor.System, clock.Now),
            _ => (Outcome<Decision>?)null,
        };
        if (outcome is not { Succeeded: true } decided)
        {
            return false;
        }

        await desk.StageAsync(ticket, decided.Value, Actor.System, default, stop);
        return true;
    }
}
