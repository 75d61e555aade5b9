using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>Forms in which something is written on a ticket: opened for one person, sent once, back with what was typed if refused.</summary>
internal sealed class TicketForms(CheckAct check, WritingActs acts, CannedReplies canned, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        .. Writing("reply", Act.Reply, Verbs.TicketReplyForm, Verbs.TicketReply, acts.Reply),
        ActionRoutes.On<TicketReplyFillData>(Verbs.TicketReplyFill, (action, data, stop) => FillAsync(data, action, stop)),
        .. Writing("note", Act.Note, Verbs.TicketNoteForm, Verbs.TicketNote, acts.Note),
        .. Writing("ask", Act.AskRequester, Verbs.TicketAskForm, Verbs.TicketAsk, acts.Ask),
        .. Writing("comment", Act.Comment, Verbs.TicketCommentForm, Verbs.TicketComment, acts.Comment),
        .. Writing("not_yet", Act.NotYet, Verbs.TicketNotYetForm, Verbs.TicketNotYet, acts.NotYet),
        ActionRoutes.On<TicketData>(Verbs.TicketResolveForm, OpenResolveAsync),
        ActionRoutes.On<TicketResolveData>(Verbs.TicketResolve, ResolveAsync),
    ];

    private ActionRoute[] Writing(string form, Act act, string open, string submit, WritingAct write) =>
    [
        ActionRoutes.On<TicketData>(open, async (action, data, stop) =>
        {
            var allowed = await check.RunAsync(data.Ticket, act, action.Actor, stop);
            return allowed.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(FormCards.Text(form, submit, allowed.Value, WordsFor(action), Empty(act, Guid.NewGuid())), action);
        }),
        ActionRoutes.On<TicketTextData>(submit, async (action, data, stop) =>
        {
            if (IsUnseen(data))
            {
                return await FillAsync(new TicketReplyFillData(data.Ticket, data.Nonce, "", data.Reply), action, stop);
            }

            var outcome = await write(await acts.KeepAsync(data.Ticket, data.Text, action.Actor, stop), action.Actor, stop);
            return outcome.Refusal is { } refusal
                ? await AgainAsync(new ActForm(form, act, open, submit), data, refusal, action, stop)
                : responses.Said($"form.{form}_done", action);
        }),
    ];

    // Nothing goes out that the agent has not seen.
    private static bool IsUnseen(TicketTextData data) => data.Reply.Length > 0 && string.IsNullOrWhiteSpace(data.Text);

    private async Task<ActionAnswer> FillAsync(TicketReplyFillData data, CardAction action, CancellationToken stop)
    {
        var ticket = await check.RunAsync(data.Ticket, Act.Reply, action.Actor, stop);
        if (ticket.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var filled = await canned.FillAsync(data.Reply, ticket.Value, action.Actor, stop);
        var typed = data.Text.Trim();
        var form = Empty(Act.Reply, data.Nonce) with
        {
            Text = filled is null ? data.Text : typed.Length == 0 ? filled : $"{typed}\n\n{filled}",
            Error = filled is null ? await responses.TextAsync(new Refusal("reply.choose"), action, stop) : "",
        };
        return responses.Form(FormCards.Text("reply", Verbs.TicketReply, ticket.Value, WordsFor(action), form), action);
    }

    private TextForm Empty(Act act, Guid nonce) => new(nonce) { Replies = act is Act.Reply ? canned.All : [] };

    private async Task<ActionAnswer> AgainAsync(
        ActForm form, TicketTextData data, Refusal refusal, CardAction action, CancellationToken stop)
    {
        var ticket = await check.FindAsync(data.Ticket, action.Actor, stop);
        if (ticket.Refusal is { } unreadable)
        {
            return await responses.RefusedAsync(unreadable, action, stop);
        }

        var again = Empty(form.Act, data.Nonce) with { Text = data.Text, Reply = data.Reply, Error = await responses.TextAsync(refusal, action, stop) };
        return responses.Form(FormCards.Text(form.Name, form.Submit, ticket.Value, WordsFor(action), again), action);
    }

    private async Task<ActionAnswer> OpenResolveAsync(CardAction action, TicketData data, CancellationToken stop)
    {
        var allowed = await check.RunAsync(data.Ticket, Act.Resolve, action.Actor, stop);
        return allowed.Refusal is { } refusal
            ? await responses.RefusedAsync(refusal, action, stop)
            : responses.Form(FormCards.Resolve(allowed.Value, Guid.NewGuid(), allowed.Value.StatusVersion, WordsFor(action), error: StillOpen(allowed.Value, action)), action);
    }

    // Said, not forbidden: the agent knows better than a list.
    private string StillOpen(Ticket ticket, CardAction action)
    {
        var items = ticket.ChecklistItems();
        var open = items.Count(item => !item.IsDone);
        return open == 0 ? "" : WordsFor(action).Format("form.check_open", ("open", open), ("count", items.Count));
    }

    private async Task<ActionAnswer> ResolveAsync(CardAction action, TicketResolveData data, CancellationToken stop)
    {
        var outcome = await acts.ResolveAsync(data.Ticket, data.Reason, data.Text, data.Version, action.Actor, stop);
        if (outcome.Succeeded)
        {
            return responses.Said("form.resolve_done", action);
        }

        var ticket = await check.FindAsync(data.Ticket, action.Actor, stop);
        if (ticket.Refusal is { } unreadable)
        {
            return await responses.RefusedAsync(unreadable, action, stop);
        }

        // Whoever sends the form again has read that the ticket changed.
        var text = await responses.TextAsync(outcome.Refusal!, action, stop);
        return responses.Form(
            FormCards.Resolve(ticket.Value, data.Nonce, ticket.Value.StatusVersion, WordsFor(action), data.Reason.ToString(), data.Text, text), action);
    }

    private Words WordsFor(CardAction action) => speaker.WordsFor(action.Reader.Language);
}
