using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>The owner's answer to whoever asked in the entry <paramref name="Entry"/>.</summary>
public sealed record AnswerHandOverCommand(TicketId Ticket, int Entry, bool IsGiven);

/// <summary>The owner gives a ticket to the agent who asked for it, or keeps it.</summary>
public sealed class AnswerHandOver(TicketDesk desk, TicketRecords records, QueueMembers members)
{
    public async Task<Outcome<Ticket>> RunAsync(AnswerHandOverCommand command, Actor actor, CancellationToken stop)
    {
        if (!command.IsGiven)
        {
            return await desk.ActAsync(command.Ticket, actor, ticket => ticket.Keep(actor, desk.Now, command.Entry), stop);
        }

        var known = await records.FindAsync(command.Ticket, stop);
        var agents = known is null ? [] : await members.AgentsAsync(known.Queue, stop);
        var asker = agents.FirstOrDefault(agent => agent.Is(known?.HandOverTo)) ?? new Actor(known?.HandOverTo, known?.HandOverTo?.Value ?? "");
        return await desk.ActAsync(command.Ticket, actor, ticket => ticket.Give(actor, desk.Now, asker, command.Entry), stop);
    }
}
