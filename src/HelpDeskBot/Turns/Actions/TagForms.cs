using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The form that tags a ticket. It says what to add and what to take off, so that two agents at once keep each other's tags.</summary>
internal sealed class TagForms(ActForms forms, TagTicket tag) : IActionGroup
{
    private const int Longest = 200;
    private static readonly ActForm Tag = new("tag", Act.Tag, Verbs.TicketTagForm, Verbs.TicketTag);

    public IEnumerable<ActionRoute> Routes => forms.Of<TicketTagData>(
        Tag,
        open => new FormFields(open.Words["form.tag_hint"])
        {
            Texts = [new FormText("add", open.Words["form.tag_add"], open.Typed?.Add ?? "", MaxLength: Longest)],
            Choices = open.Ticket.Tags.Length == 0
                ? []
                :
                [
                    new FormChoice(
                        "remove", open.Words["form.tag_remove"], open.Typed?.Remove ?? "",
                        [new FormOption(open.Words["form.tag_keep"], ""), .. open.Ticket.TagList().Select(known => new FormOption(known, known))]),
                ],
        },
        (data, action, stop) => tag.RunAsync(new TagTicketCommand(data.Ticket, data.Add, data.Remove), action.Actor, stop));
}
