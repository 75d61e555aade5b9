using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Tickets;

/// <summary>Tells before somebody fills in a form whether they may send it.</summary>
public sealed class CheckAct(TicketRecords records, TicketGate gate, BusinessClock clock)
{
    /// <summary>The ticket if the act is allowed now, else the refusal.</summary>
    public async Task<Outcome<Ticket>> RunAsync(TicketId id, Act act, Actor actor, CancellationToken stop)
    {
        var found = await FindAsync(id, actor, stop);
        return found.Succeeded && await CheckAsync(act, found.Value, actor, stop) is { } refusal ? refusal : found;
    }

    /// <summary>The ticket if this actor may read it.</summary>
    public Task<Outcome<Ticket>> FindAsync(TicketId id, Actor actor, CancellationToken stop) => gate.FindAsync(id, actor, stop);

    /// <summary>Which of these acts this actor may do on the ticket now.</summary>
    public IReadOnlySet<Act> AllowedOf(IEnumerable<Act> acts, Ticket ticket, Actor actor) =>
        acts.Where(act => ActRules.Allows(act, ticket, actor, clock.Now)).ToHashSet();

    // A comment on a merged ticket goes to where it goes on.
    private async Task<Refusal?> CheckAsync(Act act, Ticket ticket, Actor actor, CancellationToken stop) =>
        act is Act.Comment && ticket.MergedInto is not null && ticket.Concerns(actor)
            ? ActRules.CheckStatus(act, await records.FollowAsync(ticket, stop), clock.Now)
            : ActRules.Check(act, ticket, actor, clock.Now);
}
