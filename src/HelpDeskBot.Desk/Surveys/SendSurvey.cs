using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Schedule;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Surveys;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Surveys;

/// <summary>Asks the requester how it went, and once more two days later; nobody is asked twice within a week.</summary>
internal sealed class SendSurvey(HelpDeskDb db, OutboxWriter outbox, ReminderBook reminders, BusinessClock clock)
{
    public async Task RunAsync(Ticket ticket, HashSet<Milestone> due, CancellationToken stop)
    {
        if (due.Contains(Milestone.Survey))
        {
            await AskAsync(ticket, stop);
        }
        else if (due.Contains(Milestone.SurveyReminder))
        {
            await RemindAsync(ticket, stop);
        }
    }

    private async Task AskAsync(Ticket ticket, CancellationToken stop)
    {
        var now = clock.Now;
        var lately = now - Survey.Interval;
        if (ticket.ResolvedAt is null || await db.Surveys.AnyAsync(row => row.Requester == ticket.Requester && row.SentAt > lately, stop))
        {
            return;
        }

        var card = new TicketCard(ticket.Id, TicketCards.Survey(ticket.ReopenCount));
        var outgoing = new Outgoing(Destination.To(ticket.Requester), card) { Notice = new Notice(NotificationKind.Survey, ToldAs.Requester) };
        if (!await outbox.TellAsync(outgoing, entry: null, stop))
        {
            return; // who does not want to be asked is not reminded either
        }

        db.Surveys.Add(new Survey { Ticket = ticket.Id, Cycle = ticket.ReopenCount, Requester = ticket.Requester, SentAt = now });
        reminders.Add(ticket.Id, new PlannedReminder(Milestone.SurveyReminder, ticket.ReopenCount, now + Survey.ReminderAfter));
    }

    private async Task RemindAsync(Ticket ticket, CancellationToken stop)
    {
        var isOpen = await db.Surveys.AnyAsync(
            row => row.Ticket == ticket.Id && row.Cycle == ticket.ReopenCount && row.Rating == null && !row.IsVoid, stop);
        if (isOpen)
        {
            var line = new Line("reminder.survey").With("ticket", ticket.Id).With("subject", ticket.Subject);
            await outbox.RemindAsync(
                new Outgoing(Destination.To(ticket.Requester), line) { Notice = new Notice(NotificationKind.Reminder, ToldAs.Requester) }, ticket.Id, stop);
        }
    }
}
