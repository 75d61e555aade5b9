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
/// requester. Of several warnings due together only the gravest is said, and one ticket reminds one place at most once an hour; a breach always.
/// </summary>
internal sealed class DueMessages(HelpDeskDb db, OutboxWriter outbox, QueueMembers members, BusinessClock clock)
{
    private static readonly Duration Quiet = Duration.FromHours(1);

    public async Task SayAsync(Ticket ticket, HashSet<Milestone> due, CancellationToken stop)
    {
        if (Gravest(due) is { } warning)
        {
            await WarnAsync(ticket, warning, stop);
        }

        if (due.Contains(Milestone.SecondNudge) || due.Contains(Milestone.FirstNudge))
        {
            var key = due.Contains(Milestone.SecondNudge) ? "reminder.second_nudge" : "reminder.first_nudge";
            await outbox.RemindAsync(
                new Outgoing(Destination.To(ticket.Requester), LineOf(key, ticket)) { Notice = new Notice(NotificationKind.Reminder, ToldAs.Requester) }, ticket.Id, stop);
        }
    }

    private async Task WarnAsync(Ticket ticket, Milestone warning, CancellationToken stop)
    {
        var line = LineOf($"reminder.{warning}", ticket);
        var notice = IsBreach(warning) ? new Notice(NotificationKind.Urgent, ToldAs.Lead) : new Notice(NotificationKind.Reminder, ToldAs.Owner);
        foreach (var to in await RecipientsAsync(ticket, warning, stop))
        {
            if (IsBreach(warning) || !await WasRemindedAsync(to, ticket.Id, stop))
            {
                await outbox.RemindAsync(new Outgoing(to, line) { Notice = notice }, ticket.Id, stop);
            }
        }
    }

    private async Task<IReadOnlyList<Destination>> RecipientsAsync(Ticket ticket, Milestone warning, CancellationToken stop)
    {
        var thread = Destination.ThreadOf(ticket);
        if (IsBreach(warning))
        {
            var leads = await members.WithRoleAsync(ticket.Queue, QueueRole.Lead, stop);
            return [.. leads.Select(Destination.To), thread];
        }

        return warning is Milestone.Response75 or Milestone.Resolution75 && ticket.Owner is { } owner ? [Destination.To(owner)] : [thread];
    }

    private Task<bool> WasRemindedAsync(Destination to, TicketId ticket, CancellationToken stop)
    {
        var since = clock.Now - Quiet;
        return db.Outbox.AnyAsync(row => row.Ticket == ticket && row.Lane == to.Lane && row.IsReminder && row.CreatedAt > since, stop);
    }

    private static Line LineOf(string key, Ticket ticket) =>
        new Line(key).With("ticket", ticket.Id).With("subject", ticket.Subject).With("priority", ticket.Priority);

    private static Milestone? Gravest(HashSet<Milestone> due)
    {
        Milestone[] order =
        [
            Milestone.ResolutionBreach, Milestone.ResponseBreach, Milestone.Resolution90, Milestone.Response90,
            Milestone.Resolution75, Milestone.Response75,
        ];
        return order.Where(due.Contains).Select(milestone => (Milestone?)milestone).FirstOrDefault();
    }

    private static bool IsBreach(Milestone warning) => warning is Milestone.ResponseBreach or Milestone.ResolutionBreach;
}
