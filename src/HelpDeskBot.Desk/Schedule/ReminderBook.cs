using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Schedule;

/// <summary>Keeps a ticket's reminder rows as its plan says: what is done stays done, the rest moves, appears or is cancelled.</summary>
public sealed class ReminderBook(HelpDeskDb db, TicketRecords records, DeskSettingsStore settings)
{
    /// <summary>Stages the plan of a ticket as the decision leaves it.</summary>
    internal async Task PlanAsync(Decision decision, CancellationToken stop)
    {
        var timeline = await records.TimelineAsync(decision.Ticket.Id, decision.Entry.Sequence - 1, stop);
        await PlanAsync(decision.Ticket, [.. timeline, decision.Entry], stop);
    }

    /// <summary>Stages the plan of a ticket as it is, by the settings of now; false if it stays as it was.</summary>
    internal async Task<bool> PlanAgainAsync(Ticket ticket, CancellationToken stop)
    {
        await PlanAsync(ticket, await records.TimelineAsync(ticket.Id, ticket.Version, stop), stop);
        return db.ChangeTracker.HasChanges();
    }

    private async Task PlanAsync(Ticket ticket, IReadOnlyList<TimelineEntry> timeline, CancellationToken stop)
    {
        var queue = settings.Current.Queue(ticket.Queue);
        var clocks = TicketClock.Compute(Timeline.ClockFacts(timeline), queue.Policy, queue.Calendar);
        await db.Reminders.AsTracking().Where(row => row.Ticket == ticket.Id).LoadAsync(stop);
        var rows = db.Reminders.Local.Where(row => row.Ticket == ticket.Id).ToList(); // with those that this unit of work has staged
        var plan = ReminderPlan.For(ticket, clocks, queue.Calendar).ToDictionary(planned => (planned.Milestone, planned.Cycle));
        foreach (var row in rows)
        {
            Settle(row, plan);
        }

        foreach (var planned in plan.Values)
        {
            Add(ticket.Id, planned);
        }
    }

    /// <summary>Stages one more reminder, unless it is there already.</summary>
    internal void Add(TicketId ticket, PlannedReminder planned) => db.Reminders.Add(new ReminderRow
    {
        Ticket = ticket,
        Milestone = planned.Milestone,
        Cycle = planned.Cycle,
        DueAt = planned.DueAt,
        State = ReminderState.Pending,
    });

    private static void Settle(ReminderRow row, Dictionary<(Milestone, int), PlannedReminder> plan)
    {
        // The survey's reminder depends on the survey, not on the plan.
        if (plan.Remove((row.Milestone, row.Cycle), out var planned) && row.State != ReminderState.Done)
        {
            (row.DueAt, row.State) = (planned.DueAt, ReminderState.Pending);
        }
        else if (planned is null && row.State is ReminderState.Pending && row.Milestone != Milestone.SurveyReminder)
        {
            row.State = ReminderState.Cancelled;
        }
    }
}
