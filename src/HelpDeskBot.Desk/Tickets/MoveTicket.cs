using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Which ticket, and to which team.</summary>
public sealed record MoveTicketCommand(TicketId Ticket, QueueId To);

/// <summary>Gives a ticket to another queue. Its card and what was said come to that queue's agent channel.</summary>
public sealed class MoveTicket(TicketDesk desk, TicketRecords records, QueueMembers members, DeskSettingsStore settings, TicketArrival arrival)
{
    public async Task<Outcome<Ticket>> RunAsync(MoveTicketCommand command, Actor actor, CancellationToken stop)
    {
        if (settings.Current.Queues.All(queue => queue.Id != command.To))
        {
            return new Refusal("queue.unknown");
        }

        var staysOwned = await IsOwnedInAsync(command, stop);
        var outcome = await desk.ActAsync(
            command.Ticket, actor, ticket => ticket.MoveQueue(actor, desk.Now, command.To, staysOwned), stop);
        if (outcome.Succeeded)
        {
            await arrival.StageAsync(outcome.Value, actor, stop);
        }

        return outcome;
    }

    private async Task<bool> IsOwnedInAsync(MoveTicketCommand command, CancellationToken stop) =>
        await records.FindAsync(command.Ticket, stop) is { Owner: { } owner }
        && (await members.AgentsAsync(command.To, stop)).Any(agent => agent.Is(owner));
}
