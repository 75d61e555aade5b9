using HelpDeskBot.Cards;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The form that lets people read along, or ends it; and the button with which they end it themselves.</summary>
internal sealed class FollowForms(ActForms forms, FollowTicket follow, UnfollowTicket unfollow, NamesOfPeople names, Responses responses) : IActionGroup
{
    private const int LongestName = 100;
    private static readonly ActForm Follow = new("follow", Act.Follow, Verbs.TicketFollowForm, Verbs.TicketFollow);

    public IEnumerable<ActionRoute> Routes =>
    [
        .. forms.Of<TicketFollowData>(Follow, AskAsync, SendAsync),
        ActionRoutes.On<TicketData>(Verbs.TicketUnfollow, async (action, data, stop) =>
        {
            var outcome = await unfollow.RunAsync(data.Ticket, who: null, action.Actor, stop);
            return outcome.Refusal is { } refusal ? await responses.RefusedAsync(refusal, action, stop) : responses.Said("follow.ended", action);
        }),
    ];

    private async Task<FormFields> AskAsync(OpenForm<TicketFollowData> open, CancellationToken stop)
    {
        var known = new List<FormOption> { new(open.Words["form.follow_keep"], "") };
        foreach (var follower in open.Ticket.Followers)
        {
            known.Add(new FormOption(await names.OfAsync(follower, stop), follower.Value));
        }

        var hint = open.Ticket.Concerns(open.Action.Actor) ? "form.follow_hint" : "form.follow_hint_agent";
        return new FormFields(open.Words[hint])
        {
            Texts = [new FormText("add", open.Words["form.follow_add"], open.Typed?.Add ?? "", MaxLength: LongestName)],
            Choices = known.Count == 1 ? [] : [new FormChoice("remove", open.Words["form.follow_remove"], open.Typed?.Remove ?? "", known)],
        };
    }

    private Task<Outcome<Ticket>> SendAsync(TicketFollowData data, CardAction action, CancellationToken stop) => data.Remove.Length > 0 && data.Add.Length == 0
        ? unfollow.RunAsync(data.Ticket, new PersonId(data.Remove), action.Actor, stop)
        : follow.RunAsync(new FollowTicketCommand(data.Ticket, data.Add), action.Actor, stop);
}
