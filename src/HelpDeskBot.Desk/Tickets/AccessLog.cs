using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>One row of the access log. Without a <see cref="Reason"/> it was a refusal.</summary>
public sealed record AccessLine(Instant At, string Name, TicketId Ticket, QueueId Queue, string? Reason);

/// <summary>Writes down who came to a ticket of a private queue without belonging there: refused, or let in with a reason.</summary>
public sealed partial class AccessLog(HelpDeskDb db, BusinessClock clock, ILogger<AccessLog> logger)
{
    private const int Shown = 20;
    private static readonly Duration Again = Duration.FromHours(1);

    internal Instant Now => clock.Now;

    /// <summary>The latest rows that this person may read, newest first: admins all, leads those of their queues.</summary>
    public async Task<IReadOnlyList<AccessLine>> LatestAsync(Actor actor, CancellationToken stop)
    {
        var led = actor.Queues.Where(role => role.Value is QueueRole.Lead).Select(role => role.Key).ToList();
        return await (
            from row in db.AccessLog
            where actor.IsAdmin || led.Contains(row.Queue)
            join person in db.People on row.Person equals person.Id
            orderby row.Id descending
            select new AccessLine(row.At, person.Name, row.Ticket, row.Queue, row.Reason)).Take(Shown).ToListAsync(stop);
    }

    /// <summary>Stages that somebody was refused; once an hour for each ticket, so that nobody can fill the disk with it.</summary>
    internal async Task RefusedAsync(Ticket ticket, Actor actor, CancellationToken stop)
    {
        var since = clock.Now - Again;
        if (!await db.AccessLog.AnyAsync(row => row.Ticket == ticket.Id && row.Person == actor.Person && row.Reason == null && row.At > since, stop)
            && !db.AccessLog.Local.Any(row => row.Ticket == ticket.Id))
        {
            Add(ticket, actor, reason: null);
            LogRefused(actor.Person!.Value, ticket.Id, ticket.Queue);
        }
    }

    /// <summary>Stages that an admin reads the ticket, and why.</summary>
    internal void Reads(Ticket ticket, Actor admin, string reason)
    {
        Add(ticket, admin, reason);
        LogRead(admin.Person!.Value, ticket.Id, ticket.Queue);
    }

    private void Add(Ticket ticket, Actor actor, string? reason) => db.AccessLog.Add(new AccessRow
    {
        At = clock.Now,
        Person = actor.Person!.Value,
        Ticket = ticket.Id,
        Queue = ticket.Queue,
        Reason = reason,
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Person} was refused {Ticket} of the private queue {Queue}")]
    private partial void LogRefused(PersonId person, TicketId ticket, QueueId queue);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Admin {Person} reads {Ticket} of the private queue {Queue}; the reason is in the access log")]
    private partial void LogRead(PersonId person, TicketId ticket, QueueId queue);
}
