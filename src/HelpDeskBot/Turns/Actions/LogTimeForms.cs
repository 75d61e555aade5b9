using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The form that keeps how long somebody worked on a ticket.</summary>
internal sealed class LogTimeForms(ActForms forms, LogTimeWorked log) : IActionGroup
{
    private const int LongestNote = 1000;
    private static readonly ActForm Form = new("log_time", Act.LogTime, Verbs.TicketLogTimeForm, Verbs.TicketLogTime);

    public IEnumerable<ActionRoute> Routes => forms.Of<TicketLogTimeData>(
        Form,
        open => new FormFields(open.Words["form.log_time_hint"])
        {
            Texts =
            [
                new FormText("spent", open.Words["form.log_time_spent"], open.Typed?.Spent ?? ""),
                new FormText("text", open.Words["form.log_time_note"], open.Typed?.Text ?? "", IsMultiline: true, LongestNote),
            ],
        },
        (data, action, stop) => log.RunAsync(new LogTimeCommand(data.Ticket, data.Spent, CardData.Cut(data.Text, LongestNote)), action.Actor, stop));
}
