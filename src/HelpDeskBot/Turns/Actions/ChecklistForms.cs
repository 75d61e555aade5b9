using System.Globalization;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The form in which a ticket's checklist is written and ticked.</summary>
internal sealed class ChecklistForms(ActForms forms, TickChecklist tick) : IActionGroup
{
    private const int LongestAddition = 4000;
    private const string Tick = "item";
    private static readonly ActForm Check = new("check", Act.Check, Verbs.TicketCheckForm, Verbs.TicketCheck);

    public IEnumerable<ActionRoute> Routes => forms.Of<TicketCheckData>(
        Check,
        Fields,
        (data, action, stop) => tick.RunAsync(
            new TickChecklistCommand(data.Ticket, Numbers(data.Seen.Split(',')), Numbers(Ticked(data)), data.Add), action.Actor, stop));

    private static FormFields Fields(OpenForm<TicketCheckData> open)
    {
        var items = open.Ticket.ChecklistItems();
        var done = open.Typed is { } typed ? Numbers(Ticked(typed)) : [.. items.Where(item => item.IsDone).Select(item => item.Number)];
        return new FormFields(open.Words["form.check_hint"])
        {
            Ticks = [.. items.Select(item => new FormTick(Tick + Text(item), Text(item), item.Text, done.Contains(item.Number)))],
            Texts = [new FormText("add", open.Words["form.check_add"], open.Typed?.Add ?? "", IsMultiline: true, MaxLength: LongestAddition)],
            Seen = Join(items),
        };
    }

    private static string Join(IEnumerable<ChecklistItem> items) => string.Join(',', items.Select(Text));

    private static string Text(ChecklistItem item) => item.Number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Ticked(TicketCheckData data) =>
        data.Ticked.Where(id => id.StartsWith(Tick, StringComparison.Ordinal)).Select(id => id[Tick.Length..]);

    private static HashSet<int> Numbers(IEnumerable<string> typed) =>
        [.. typed.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
}
