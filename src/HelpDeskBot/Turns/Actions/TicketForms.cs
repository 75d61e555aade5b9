using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>Forms in which something is written on a ticket: opened for one person, sent once, back with what was typed if refused.</summary>
internal sealed class TicketForms(CheckAct check, WritingActs acts, SaveFile files, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        .. TextForm("reply", Act.Reply, Verbs.TicketReplyForm, Verbs.TicketReply, acts.Reply),
        .. TextForm("note", Act.Note, Verbs.TicketNoteForm, Verbs.TicketNote, acts.Note),
        .. TextForm("ask", Act.AskRequester, Verbs.TicketAskForm, Verbs.TicketAsk, acts.Ask),
        .. TextForm("comment", Act.Comment, Verbs.TicketCommentForm, Verbs.TicketComment, acts.Comment),
        .. TextForm("not_yet", Act.NotYet, Verbs.TicketNotYetForm, Verbs.TicketNotYet, acts.NotYet),
        ActionRoutes.On<TicketData>(Verbs.TicketResolveForm, OpenResolveAsync),
        ActionRoutes.On<TicketResolveData>(Verbs.TicketResolve, ResolveAsync),
    ];

    private ActionRoute[] TextForm(string form, Act act, string open, string submit, WritingAct write) =>
    [
        ActionRoutes.On<TicketData>(open, async (action, data, stop) =>
        {
            var allowed = await check.RunAsync(data.Ticket, act, action.Actor, stop);
            return allowed.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(FormCards.Text(form, submit, allowed.Value, Guid.NewGuid(), WordsFor(action)), action);
        }),
        ActionRoutes.On<TicketTextData>(submit, async (action, data, stop) =>
        {
            var (text, file) = await files.KeepLongTextAsync(data.Text, action.Actor, stop);
            var outcome = await write(new Writing(data.Ticket, text, file is null ? [] : [new AttachmentId(file.Id)]), action.Actor, stop);
            return outcome.Refusal is { } refusal
                ? await AgainAsync(form, submit, data, refusal, action, stop)
                : responses.Said($"form.{form}_done", action);
        }),
    ];

    private async Task<ActionAnswer> AgainAsync(
        string form, string submit, TicketTextData data, Refusal refusal, CardAction action, CancellationToken stop)
    {
        var ticket = await check.FindAsync(data.Ticket, action.Actor, stop);
        return ticket.Refusal is { } unreadable
            ? await responses.RefusedAsync(unreadable, action, stop)
            : responses.Form(
                FormCards.Text(form, submit, ticket.Value, data.Nonce, WordsFor(action), data.Text, await responses.TextAsync(refusal, action, stop)), action);
    }

    private async Task<ActionAnswer> OpenResolveAsync(CardAction action, TicketData data, CancellationToken stop)
    {
        var allowed = await check.RunAsync(data.Ticket, Act.Resolve, action.Actor, stop);
        return allowed.Refusal is { } refusal
            ? await responses.RefusedAsync(refusal, action, stop)
            : responses.Form(FormCards.Resolve(allowed.Value, Guid.NewGuid(), allowed.Value.StatusVersion, WordsFor(action)), action);
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
