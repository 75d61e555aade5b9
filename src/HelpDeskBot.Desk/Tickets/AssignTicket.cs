using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket, and to whom.</summary>
public sealed record AssignTicketCommand(TicketId Ticket, PersonId To);

/// <summary>Gives a ticket to an agent of its queue.</summary>
public sealed class AssignTicket(TicketDesk desk, TicketRecords records, QueueMembers members)
{
    public async Task<Outcome<Ticket>> RunAsync(AssignTicketCommand command, Actor actor, CancellationToken stop)
    {
        var agents = await records.FindAsync(command.Ticket, stop) is { } known ? await members.AgentsAsync(known.Queue, stop) : [];
        var to = agents.FirstOrDefault(agent => agent.Is(command.To)) ?? new Actor(command.To, command.To.Value);
        return await desk.ActAsync(command.Ticket, actor, ticket => ticket.Assign(actor, desk.Now, to), stop);
    }
}
