using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>How it was solved; <paramref name="StatusVersion"/> is what the agent was looking at.</summary>
public sealed record ResolveTicketCommand(TicketId Ticket, ResolutionReason Reason, string Text, int? StatusVersion = null);

/// <summary>An agent says that it is solved, and how.</summary>
public sealed class ResolveTicket(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(ResolveTicketCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.Resolve(actor, desk.Now, command.Reason, command.Text, command.StatusVersion), stop);
}
