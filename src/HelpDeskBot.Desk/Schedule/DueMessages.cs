using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Schedule;

/// <summary>
/// Says what is due: warnings to the owner at 75 % (an unowned ticket: to the channel), to the channel at 90 %, breaches to the lead; nudges to the
/// requester. Of several warnings due together only the gravest is said. One ticket reminds one place at most once an hour, so a warning may wait and
/// then be said together with what became due meanwhile; a breach never waits.
/// </summary>
internal sealed class DueMessages(HelpDeskDb db, OutboxWriter outbox, QueueMembers members, BusinessClock clock)
{
    private static readonly Duration Quiet = Duration.FromHours(1);

    // Both clocks, the gravest first.
    private static readonly Milestone[] ByGravity =
    [
        Milestone.ResolutionBreach, Milestone.ResponseBreach, Milestone.Resolution90, Milestone.Response90,
        Milestone.Resolution75, Milestone.Response75,
    ];

    private static readonly Milestone[] OfResponse = [Milestone.Response75, Milestone.Response90, Milestone.ResponseBreach];
    private static readonly Milestone[] OfResolution = [Milestone.Resolution75, Milestone.Resolution90, Milestone.ResolutionBreach];

    /// <summary>Stages what these rows say; a row that has to wait is pending again.</summary>
    public async Task SayAsync(Ticket ticket, IReadOnlyList<ReminderRow> due, CancellationToken stop)
    {
        await WarnAsync(ticket, due, stop);
        var nudges = due.Select(row => row.Milestone).Where(milestone => milestone is Milestone.FirstNudge or Milestone.SecondNudge).ToList();
        if (nudges.Count > 0)
        {
            var key = nudges.Contains(Milestone.SecondNudge) ? "reminder.second_nudge" : "reminder.first_nudge";
            await outbox.RemindAsync(
                new Outgoing(Destination.To(ticket.Requester), LineOf(key, ticket)) { Notice = new Notice(NotificationKind.Reminder, ToldAs.Requester) }, ticket.Id, stop);
        }
    }

    private async Task WarnAsync(Ticket ticket, IReadOnlyList<ReminderRow> due, CancellationToken stop)
    {
        var warnings = ByGravity.SelectMany(milestone => due.Where(row => row.Milestone == milestone)).ToList();
        if (warnings.Count > 0)
        {
            outbox.Redraw(ticket); // "at risk" and "overdue" show on the card
        }

        foreach (var row in warnings)
        {
            var recipients = await RecipientsAsync(ticket, row.Milestone, stop);
            if (!IsBreach(row.Milestone) && await LastReminderAsync(recipients[0], ticket.Id, stop) is { } last)
            {
                (row.State, row.DueAt, row.DoneAt) = (ReminderState.Pending, last + Quiet, null);
                continue;
            }

            foreach (var outgoing in recipients)
            {
                await outbox.RemindAsync(outgoing, ticket.Id, stop);
            }

            await CollapseAsync(ticket, row, stop);
            break; // it says what the lesser ones would
        }
    }

    // What waited to be said of the same clock is said with this.
    private async Task CollapseAsync(Ticket ticket, ReminderRow said, CancellationToken stop)
    {
        var ofClock = OfResponse.Contains(said.Milestone) ? OfResponse : OfResolution;
        var lesser = ofClock.TakeWhile(milestone => milestone != said.Milestone).ToList();
        var waiting = db.Reminders.AsTracking()
            .Where(row => row.Ticket == ticket.Id && row.Cycle == said.Cycle && row.State == ReminderState.Pending && lesser.Contains(row.Milestone));
        foreach (var row in await waiting.ToListAsync(stop))
        {
            (row.State, row.DoneAt) = (ReminderState.Done, clock.Now);
        }
    }

    private async Task<IReadOnlyList<Outgoing>> RecipientsAsync(Ticket ticket, Milestone warning, CancellationToken stop)
    {
        var inThread = new Outgoing(Destination.ThreadOf(ticket), LineOf($"reminder.{warning}", ticket));
        if (IsBreach(warning))
        {
            var leads = await members.WithRoleAsync(ticket.Queue, QueueRole.Lead, stop);
            var line = LineOf($"reminder.lead_{warning}", ticket);
            return [.. leads.Select(lead => new Outgoing(Destination.To(lead), line) { Notice = new Notice(NotificationKind.Urgent, ToldAs.Lead) }), inThread];
        }

        return warning is Milestone.Response75 or Milestone.Resolution75 && ticket.Owner is { } owner
            ? [new Outgoing(Destination.To(owner), LineOf($"reminder.owner_{warning}", ticket)) { Notice = new Notice(NotificationKind.Reminder, ToldAs.Owner) }]
            : [inThread];
    }

    private Task<Instant?> LastReminderAsync(Outgoing outgoing, TicketId ticket, CancellationToken stop)
    {
        var (lane, since) = (outgoing.To.Lane, clock.Now - Quiet);
        return db.Outbox
            .Where(row => row.Ticket == ticket && row.Lane == lane && row.IsReminder && row.CreatedAt > since)
            .OrderByDescending(row => row.Id)
            .Select(row => (Instant?)row.CreatedAt)
            .FirstOrDefaultAsync(stop);
    }

    private static Line LineOf(string key, Ticket ticket) =>
        new Line(key).With("ticket", ticket.Id).With("subject", ticket.Subject).With("priority", ticket.Priority);

    private static bool IsBreach(Milestone warning) => warning is Milestone.ResponseBreach or Milestone.ResolutionBreach;
}
