using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Why, and until when by the clock on the queue's wall.</summary>
public sealed record HoldTicketCommand(TicketId Ticket, string Reason, LocalDateTime WakeUpAt);

/// <summary>Puts a ticket on hold until a time; it comes back by itself.</summary>
public sealed class HoldTicket(TicketDesk desk, DeskSettingsStore settings)
{
    private const int YearsAhead = 2; // more is refused anyway, and the last years of the calendar cannot be reckoned with

    public Task<Outcome<Ticket>> RunAsync(HoldTicketCommand command, Actor actor, CancellationToken stop) =>
        desk.ActAsync(
            command.Ticket,
            actor,
            ticket => command.WakeUpAt.Year > desk.Now.InUtc().Year + YearsAhead
                ? new Refusal("hold.wake_up_far")
                : ticket.Hold(actor, desk.Now, command.Reason, command.WakeUpAt.InZoneLeniently(settings.Current.Queue(ticket.Queue).Calendar.Zone).ToInstant()),
            stop);
}
