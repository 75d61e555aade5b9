using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>How long, as it was typed, and on what.</summary>
public sealed record LogTimeCommand(TicketId Ticket, string Time, string Note);

/// <summary>Keeps how long an agent worked on a ticket.</summary>
public sealed class LogTimeWorked(TicketDesk desk)
{
    public Task<Outcome<Ticket>> RunAsync(LogTimeCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(command.Ticket, actor, ticket => ticket.LogTime(actor, desk.Now, command.Time, command.Note), stop);
}
