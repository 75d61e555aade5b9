using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Loads what a list shows of a page of tickets.</summary>
public sealed class ListedTickets(HelpDeskDb db, TicketRecords records, DeskSettingsStore settings, BusinessClock clock)
{
    internal Instant Now => clock.Now;

    /// <summary>These tickets, in this order.</summary>
    internal async Task<IReadOnlyList<ListedTicket>> LoadAsync(IReadOnlyList<TicketId> ids, CancellationToken stop)
    {
        var wanted = ids.ToList();
        var tickets = await db.Tickets.AsNoTracking().Where(ticket => wanted.Contains(ticket.Id)).ToDictionaryAsync(ticket => ticket.Id, stop);
        var owners = tickets.Values.Where(ticket => ticket.Owner is not null).Select(ticket => ticket.Owner!.Value).Distinct().ToList();
        var names = await db.People.Where(person => owners.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, stop);
        var listed = new List<ListedTicket>();
        foreach (var ticket in ids.Where(tickets.ContainsKey).Select(id => tickets[id]))
        {
            var queue = settings.Current.Queue(ticket.Queue);
            var history = await records.TimelineAsync(ticket.Id, ticket.Version, stop);
            var clocks = TicketClock.Compute(Timeline.ClockFacts(history), queue.Policy, queue.Calendar);
            listed.Add(new ListedTicket(ticket, ticket.Owner is { } owner ? names.GetValueOrDefault(owner) : null, clocks));
        }

        return listed;
    }
}
