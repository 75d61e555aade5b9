using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>A ticket with what its clocks counted.</summary>
public sealed record DueView(Ticket Ticket, ClockExplanation Clocks, Instant Now);

/// <summary>Tells why a ticket is due when it is, to whoever may read it.</summary>
public sealed class ExplainDue(TicketGate gate, TicketRecords records, DeskSettingsStore settings)
{
    public async Task<Outcome<DueView>> RunAsync(TicketId id, Actor actor, CancellationToken stop)
    {
        var found = await gate.FindAsync(id, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var (ticket, queue) = (found.Value, settings.Current.Queue(found.Value.Queue));
        var facts = Timeline.ClockFacts(await records.TimelineAsync(id, ticket.Version, stop));
        return new DueView(ticket, ClockExplanation.Of(facts, queue.Policy, queue.Calendar, gate.Now), gate.Now);
    }
}
