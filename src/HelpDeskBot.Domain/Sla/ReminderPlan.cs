using HelpDeskBot.Domain.Surveys;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Domain.Sla;

/// <summary>What becomes due on a ticket, once per cycle.</summary>
public enum Milestone
{
    Response75,
    Response90,
    ResponseBreach,
    Resolution75,
    Resolution90,
    ResolutionBreach,
    WakeUp,
    FirstNudge,
    SecondNudge,
    ResolveBySilence,
    CloseBySilence,
    Survey,
    SurveyReminder,
}

/// <summary>A milestone with the time at which it is due. <see cref="Cycle"/> tells one waiting, holding or resolution from the next.</summary>
public sealed record PlannedReminder(Milestone Milestone, int Cycle, Instant DueAt);

/// <summary>Plans what the clock will do on a ticket the way it stands now.</summary>
public static class ReminderPlan
{
    private const int FirstNudgeDays = 2;
    private const int SecondNudgeDays = 5;
    private const int ResolveDays = 7;
    private const int CloseDays = 3;

    public static IReadOnlyList<PlannedReminder> For(Ticket ticket, ClockReading clocks, BusinessCalendar calendar) =>
        [.. Warnings(ticket, clocks), .. Waiting(ticket, calendar), .. Ended(ticket, calendar)];

    private static IEnumerable<PlannedReminder> Warnings(Ticket ticket, ClockReading clocks)
    {
        var all = new List<(Milestone Milestone, Instant? Due)>();
        if (clocks.Response.DoneAt is null)
        {
            all.AddRange([
                (Milestone.Response75, clocks.Response.At75),
                (Milestone.Response90, clocks.Response.At90),
                (Milestone.ResponseBreach, clocks.Response.DueAt)]);
        }

        if (clocks.Resolution.DoneAt is null)
        {
            all.AddRange([
                (Milestone.Resolution75, clocks.Resolution.At75),
                (Milestone.Resolution90, clocks.Resolution.At90),
                (Milestone.ResolutionBreach, clocks.Resolution.DueAt)]);
        }

        return from planned in all
               let due = planned.Due
               where due is not null
               select new PlannedReminder(planned.Milestone, ticket.ReopenCount, due ?? default);
    }

    private static IEnumerable<PlannedReminder> Waiting(Ticket ticket, BusinessCalendar calendar)
    {
        if (ticket.Status is Status.Waiting)
        {
            yield return After(Milestone.FirstNudge, FirstNudgeDays, ticket, calendar);
            yield return After(Milestone.SecondNudge, SecondNudgeDays, ticket, calendar);
            yield return After(Milestone.ResolveBySilence, ResolveDays, ticket, calendar);
        }

        if (ticket is { Status: Status.OnHold, WakeUpAt: { } at })
        {
            yield return new PlannedReminder(Milestone.WakeUp, ticket.Version, at);
        }
    }

    private static IEnumerable<PlannedReminder> Ended(Ticket ticket, BusinessCalendar calendar)
    {
        if (ticket.Status is Status.Resolved)
        {
            yield return After(Milestone.CloseBySilence, CloseDays, ticket, calendar);
        }

        var isResolved = ticket.Status is Status.Resolved or Status.Closed
            && ticket.Resolution is not (null or ResolutionReason.NotARequest or ResolutionReason.Merged);
        if (isResolved && ticket.ResolvedAt is { } resolved)
        {
            yield return new PlannedReminder(Milestone.Survey, ticket.ReopenCount, resolved + Survey.Delay);
        }
    }

    // A cycle is the second of the ticket's life in which the status began: a new owner does not start it again.
    private static PlannedReminder After(Milestone milestone, int days, Ticket ticket, BusinessCalendar calendar) =>
        new(milestone, (int)(ticket.StatusSince - ticket.FiledAt).TotalSeconds, calendar.AddBusinessDays(ticket.StatusSince, days));
}
