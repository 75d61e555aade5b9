using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The form that gives a ticket to another queue.</summary>
internal sealed class MoveForms(ActForms forms, MoveTicket move, DeskSettingsStore settings) : IActionGroup
{
    private static readonly ActForm Move = new("move", Act.MoveQueue, Verbs.TicketMoveForm, Verbs.TicketMove);

    public IEnumerable<ActionRoute> Routes => forms.Of<TicketMoveData>(
        Move,
        Queues,
        (data, action, stop) => move.RunAsync(new MoveTicketCommand(data.Ticket, new QueueId(data.Queue)), action.Actor, stop));

    private FormFields Queues(OpenForm<TicketMoveData> open)
    {
        var options = settings.Current.Queues.Where(queue => queue.Id != open.Ticket.Queue).Select(queue => new FormOption(queue.Name, queue.Id.Value)).ToList();
        var chosen = open.Typed?.Queue ?? options.Select(option => option.Value).FirstOrDefault("");
        return new FormFields(open.Words["form.move_hint"]) { Choices = [new FormChoice("queue", open.Words["ticket.queue"], chosen, options)] };
    }
}
