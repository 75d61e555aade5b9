using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The forms that put a ticket in its place among others, or close it because it never was one.</summary>
internal sealed class MergeForms(ActForms forms, MergeTicket merge, LinkTicket link, CloseNotARequest close) : IActionGroup
{
    private static readonly ActForm NotARequest = new("not_a_request", Act.NotARequest, Verbs.TicketNotARequestForm, Verbs.TicketNotARequest);
    private static readonly ActForm Merge = new("merge", Act.Merge, Verbs.TicketMergeForm, Verbs.TicketMerge);
    private const string None = "None";
    private static readonly LinkKind[] Offered = [LinkKind.Related, LinkKind.DuplicateOf, LinkKind.FollowUpOf, LinkKind.ChildOf];
    private static readonly ActForm Link = new("link", Act.Link, Verbs.TicketLinkForm, Verbs.TicketLink);

    public IEnumerable<ActionRoute> Routes =>
    [
        .. forms.Of<TicketFormData>(
            NotARequest,
            open => new FormFields(open.Words["form.not_a_request_hint"]),
            (data, action, stop) => close.RunAsync(new CloseNotARequestCommand(data.Ticket), action.Actor, stop)),
        .. forms.Of<TicketOtherData>(
            Merge,
            open => Number(open, "form.merge_hint", open.Typed?.Other),
            (data, action, stop) => WithAsync(
                data.Other, other => merge.RunAsync(new MergeTicketCommand(data.Ticket, other), action.Actor, stop))),
        .. forms.Of<TicketLinkData>(
            Link,
            open => Number(open, "form.link_hint", open.Typed?.Other) with { Choices = [Kinds(open)] },
            (data, action, stop) => WithAsync(
                data.Other, other => link.RunAsync(new LinkTicketCommand(data.Ticket, other, KindOf(data)), action.Actor, stop))),
    ];

    private static FormFields Number<T>(OpenForm<T> open, string hint, string? typed)
        where T : class => new(open.Words.Format(hint, ("ticket", open.Ticket.Id)))
        {
            Texts = [new FormText("other", open.Words["form.ticket_number"], typed ?? "")],
        };

    private static FormChoice Kinds(OpenForm<TicketLinkData> open) => new(
        "kind", open.Words["form.link_kind"], open.Typed?.Kind ?? nameof(LinkKind.Related),
        Offered.Select(kind => new FormOption(open.Words[$"link.{kind}"], $"{kind}")).Append(new FormOption(open.Words["link.None"], None)));

    // What nobody offered is no link.
    private static LinkKind? KindOf(TicketLinkData data) =>
        Offered.Where(kind => kind.ToString() == data.Kind).Select(kind => (LinkKind?)kind).FirstOrDefault();

    // People write HD-7 or just 7.
    private static async Task<Outcome<Ticket>> WithAsync(string typed, Func<TicketId, Task<Outcome<Ticket>>> act)
    {
        var said = typed.Trim();
        return TicketId.TryParse(said, null, out var id) || TicketId.TryParse($"HD-{said}", null, out id)
            ? await act(id)
            : new Refusal("ticket.number_missing");
    }
}
