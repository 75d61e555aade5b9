using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Files a ticket: its number, its card for the requester, its card for the agents, and its clocks.</summary>
public sealed class FileTicket(TicketDesk desk, Numbers numbers, QueueMembers members, OutboxWriter outbox)
{
    public async Task<Outcome<Ticket>> RunAsync(NewTicket command, Actor actor, CancellationToken stop)
    {
        var id = new TicketId(await numbers.NextAsync(NumberRow.Ticket, stop));
        var outcome = Filing.File(id, command, actor, desk.Now);
        if (outcome.Succeeded)
        {
            await desk.StageAsync(before: null, outcome.Value, actor, default, stop);
            await TellLeadsAsync(outcome.Value.Ticket, actor, stop);
        }

        return outcome.Select(decision => decision.Ticket);
    }

    // Of new tickets, leads hear at once only of the gravest.
    private async Task TellLeadsAsync(Ticket ticket, Actor actor, CancellationToken stop)
    {
        if (ticket.Priority != Priority.P1)
        {
            return;
        }

        var line = new Line("announce.filed_gravest").With("ticket", ticket.Id).With("subject", ticket.Subject).With("name", actor.Name);
        foreach (var lead in await members.WithRoleAsync(ticket.Queue, QueueRole.Lead, stop))
        {
            if (!actor.Is(lead))
            {
                outbox.Say(Destination.To(lead), line);
            }
        }
    }
}
