using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>"More" on a ticket's card: what else this person can do with it now.</summary>
internal sealed class MoreActions(CheckAct check, DeskSettingsStore settings, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes => [ActionRoutes.On<TicketData>(Verbs.TicketMoreForm, OpenAsync)];

    private async Task<ActionAnswer> OpenAsync(CardAction action, TicketData data, CancellationToken stop)
    {
        var found = await check.FindAsync(data.Ticket, action.Actor, stop);
        if (found.Refusal is { } unreadable)
        {
            return await responses.RefusedAsync(unreadable, action, stop);
        }

        var allowed = check.AllowedOf(ActFormCards.Acts.Where(IsPossible), found.Value, action.Actor);
        var list = new MoreList(
            allowed,
            TicketAccess.ReadsNotes(found.Value, action.Actor),
            KnowledgeAccess.MayDraftFrom(found.Value, action.Actor),
            settings.Current.Macros.Count > 0);
        return allowed.Count == 0
            ? await responses.RefusedAsync(new Refusal("act.agents_only"), action, stop)
            : responses.Form(ActFormCards.More(found.Value, list, speaker.WordsFor(action.Reader.Language)), action);
    }

    private bool IsPossible(Act act) => act is not Act.MoveQueue || settings.Current.Queues.Count > 1;
}
