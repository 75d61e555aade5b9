using HelpDeskBot.Cards;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The forms that give a ticket to somebody, or ask for it.</summary>
internal sealed class OwnerForms(ActForms forms, AssignTicket assign, AskForTicket ask, QueueMembers members, NamesOfPeople names) : IActionGroup
{
    public static ActForm HandOver { get; } = new("hand_over", Act.AskHandOver, Verbs.TicketHandOverForm, Verbs.TicketHandOver);

    private static readonly ActForm Assign = new("assign", Act.Assign, Verbs.TicketAssignForm, Verbs.TicketAssign);

    public IEnumerable<ActionRoute> Routes =>
    [
        .. forms.Of<TicketAssignData>(
            Assign,
            AssigneesAsync,
            (data, action, stop) => assign.RunAsync(new AssignTicketCommand(data.Ticket, new PersonId(data.Person)), action.Actor, stop)),
        .. forms.Of<TicketFormData>(
            HandOver,
            async (open, stop) => new FormFields(open.Words.Format("form.hand_over_hint", ("owner", await OwnerAsync(open.Ticket, stop)))),
            (data, action, stop) => ask.RunAsync(new AskForTicketCommand(data.Ticket), action.Actor, stop)),
    ];

    private async Task<FormFields> AssigneesAsync(OpenForm<TicketAssignData> open, CancellationToken stop)
    {
        var (ticket, actor) = (open.Ticket, open.Action.Actor);
        var agents = await members.AgentsAsync(ticket.Queue, stop);
        var away = await members.AwayAsync(agents.Select(agent => agent.Person!.Value), stop);
        var options = agents
            .Where(agent => !agent.Is(ticket.Owner) && (ticket.Owner is not null || actor.IsLeadOf(ticket.Queue) || agent.Is(actor.Person)))
            .OrderByDescending(agent => agent.Is(actor.Person))
            .Select(agent => new FormOption(NameOf(agent, open, away), agent.Person!.Value.Value))
            .ToList();
        var chosen = open.Typed?.Person ?? options.Select(option => option.Value).FirstOrDefault("");
        return new FormFields(open.Words["form.assign_hint"]) { Choices = [new FormChoice("person", open.Words["form.assign_label"], chosen, options)] };
    }

    private static string NameOf(Actor agent, OpenForm<TicketAssignData> open, IReadOnlyDictionary<PersonId, Instant?> away)
    {
        if (agent.Is(open.Action.Actor.Person))
        {
            return open.Words.Format("form.assign_me", ("name", agent.Name));
        }

        return away.TryGetValue(agent.Person!.Value, out var back)
            ? open.Words.Format(back is null ? "form.assign_away" : "form.assign_away_until", ("name", agent.Name), ("day", DayOf(back, open)))
            : agent.Name;
    }

    private static string DayOf(Instant? back, OpenForm<TicketAssignData> open) =>
        back is { } at ? Times.Day(at, open.Action.Reader, open.Words) : "";

    private async Task<string> OwnerAsync(Ticket ticket, CancellationToken stop) => ticket.Owner is { } owner ? await names.OfAsync(owner, stop) : "";
}
