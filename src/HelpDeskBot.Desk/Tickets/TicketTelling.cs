using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Stages what people are told, shown and no longer asked because of a decision: messages, corrected copies, cards drawn again.</summary>
public sealed class TicketTelling(HelpDeskDb db, OutboxWriter outbox, QueueMembers members)
{
    // Once can happen; twice, somebody who leads should look.
    private const int ReopenedOften = 2;

    internal async Task StageAsync(Ticket? before, Decision decision, Actor actor, ActContext context, CancellationToken stop)
    {
        foreach (var outgoing in Announcements.For(before, decision, actor, context))
        {
            await outbox.TellAsync(outgoing, decision.Entry, stop);
        }

        if (before is null)
        {
            return;
        }

        if (decision.Ticket.ReopenCount > before.ReopenCount)
        {
            await TellLeadsAsync(decision, actor, stop);
            await VoidSurveysAsync(decision.Ticket, stop);
        }

        await StageCopiesAsync(decision.Entry, stop);
        await StageRefreshesAsync(decision.Ticket, stop);
    }

    private async Task TellLeadsAsync(Decision decision, Actor actor, CancellationToken stop)
    {
        var (ticket, entry) = decision;
        if (ticket.ReopenCount < ReopenedOften)
        {
            return;
        }

        var line = new Line("announce.reopened_often").With("ticket", ticket.Id).With("subject", ticket.Subject).With("count", ticket.ReopenCount);
        var leads = await members.WithRoleAsync(ticket.Queue, QueueRole.Lead, stop);
        foreach (var lead in leads.Where(lead => !actor.Is(lead) && ticket.Owner != lead))
        {
            await outbox.TellAsync(new Outgoing(Destination.To(lead), line) { Notice = new Notice(NotificationKind.Work, ToldAs.Lead) }, entry, stop);
        }
    }

    // "How did it go?" makes no sense once it is not over.
    private async Task VoidSurveysAsync(Ticket ticket, CancellationToken stop)
    {
        var open = await db.Surveys.AsNoTracking()
            .Where(survey => survey.Ticket == ticket.Id && survey.Rating == null && !survey.IsVoid)
            .ToListAsync(stop);
        foreach (var survey in open)
        {
            var tracked = survey with { };
            db.Attach(tracked);
            db.Entry(tracked).CurrentValues.SetValues(survey with { IsVoid = true, Version = survey.Version + 1 });
        }
    }

    // Behind what is still to be said there, so that no copy comes after its removal.
    private async Task StageCopiesAsync(TimelineEntry entry, CancellationToken stop)
    {
        if (entry.About is not { } about)
        {
            return;
        }

        var lanes = await db.Outbox.Where(row => row.Ticket == entry.Ticket && row.Entry == about)
            .Select(row => row.Lane)
            .Distinct()
            .ToListAsync(stop);
        foreach (var lane in lanes.Order(StringComparer.Ordinal))
        {
            outbox.Say(
                Destination.OfLane(lane), entry.Act is Act.EditMessage ? new RedrawCopies(entry.Ticket, about) : new RemoveCopies(entry.Ticket, about));
        }
    }

    private async Task StageRefreshesAsync(Ticket ticket, CancellationToken stop)
    {
        var lanes = await db.Placements.Where(placement => placement.Ticket == ticket.Id)
            .Select(placement => placement.Lane)
            .Distinct()
            .ToListAsync(stop);
        var destinations = lanes.Select(Destination.OfLane)
            .Append(Destination.To(ticket.Requester))
            .Append(Destination.Room(ticket.Queue))
            .Distinct();
        foreach (var destination in destinations)
        {
            outbox.Say(destination, new Refresh(ticket.Id));
        }
    }
}
