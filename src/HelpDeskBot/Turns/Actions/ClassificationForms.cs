using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Routing;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The forms that correct how grave a ticket is, what it is about, and whether something broke or is wanted.</summary>
internal sealed class ClassificationForms(ActForms forms, WeighTicket weigh, SetTicketCategory setCategory, DeskSettingsStore settings) : IActionGroup
{
    private const int LongestReason = 1000;
    private static readonly ActForm Priority = new("priority", Act.SetPriority, Verbs.TicketPriorityForm, Verbs.TicketPriority);
    private static readonly ActForm Category = new("category", Act.SetCategory, Verbs.TicketCategoryForm, Verbs.TicketCategory);

    public IEnumerable<ActionRoute> Routes =>
    [
        .. forms.Of<TicketPriorityData>(
            Priority,
            open => new FormFields(open.Words["form.priority_hint"])
            {
                Choices =
                [
                    new FormChoice(
                        "impact", open.Words["ticket.impact"], $"{open.Typed?.Impact ?? open.Ticket.Impact}",
                        Enum.GetNames<Impact>().Select(name => new FormOption(open.Words[$"impact.{name}"], name))),
                    new FormChoice(
                        "urgency", open.Words["ticket.urgency"], $"{open.Typed?.Urgency ?? open.Ticket.Urgency}",
                        Enum.GetNames<Urgency>().Select(name => new FormOption(open.Words[$"urgency.{name}"], name))),
                ],
                Texts = [new FormText("text", open.Words["form.priority_why"], open.Typed?.Text ?? "", IsMultiline: true, LongestReason)],
            },
            (data, action, stop) => weigh.RunAsync(
                new WeighTicketCommand(data.Ticket, data.Impact, data.Urgency, CardData.Cut(data.Text, LongestReason)), action.Actor, stop)),
        .. forms.Of<TicketCategoryData>(
            Category,
            open => new FormFields(open.Words["form.category_hint"])
            {
                Choices =
                [
                    new FormChoice(
                        "category", open.Words["ticket.category"], open.Typed?.Category ?? open.Ticket.Category,
                        CategoriesOf(open.Ticket).Select(category => new FormOption(category.NameIn(open.Words.Language), category.Id))),
                    new FormChoice(
                        "type", open.Words["ticket.type"], $"{open.Typed?.Type ?? open.Ticket.Type}",
                        Enum.GetNames<TicketType>().Select(name => new FormOption(open.Words[$"type.{name}"], name))),
                ],
            },
            (data, action, stop) => setCategory.RunAsync(new SetTicketCategoryCommand(data.Ticket, data.Category, data.Type), action.Actor, stop)),
    ];

    // Those of its queue; another queue's come with moving it there.
    private IEnumerable<Category> CategoriesOf(Ticket ticket) =>
        settings.Current.Categories.Where(category => category.Queue == ticket.Queue || category.Id == ticket.Category);
}
