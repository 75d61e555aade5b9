using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Files a ticket: its number, its card for the requester, its card for the agents, and its clocks.</summary>
public sealed class FileTicket(TicketDesk desk, Numbers numbers, TicketArrival arrival, FalseDeflections deflections)
{
    public async Task<Outcome<Ticket>> RunAsync(NewTicket command, Actor actor, CancellationToken stop)
    {
        var id = new TicketId(await numbers.NextAsync(NumberRow.Ticket, stop));
        var filed = await desk.StageAsync(before: null, Filing.File(id, command, actor, desk.Now), actor, default, stop);
        if (filed.Succeeded)
        {
            await arrival.TellLeadsAsync(filed.Value, actor, "announce.filed_gravest", stop);
            await deflections.NoteAsync(filed.Value, stop);
        }

        return filed;
    }
}
