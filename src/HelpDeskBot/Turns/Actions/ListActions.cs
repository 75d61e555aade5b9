using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The buttons under a list: its other pages.</summary>
internal sealed class ListActions(ListTurns lists, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<ListPageData>(Verbs.ListPage, async (action, data, stop) =>
        {
            var card = await lists.CardAsync(data.Query, data.Page, action.AsTurn(), stop);
            return card.Refusal is { } refusal ? await responses.RefusedAsync(refusal, action, stop) : responses.Answered(card.Value, action);
        }),
    ];
}

/// <summary>Tickets like one that were solved, shown to the agent who asks.</summary>
internal sealed class SimilarActions(FindSimilar find, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<TicketData>(Verbs.TicketSimilarForm, async (action, data, stop) =>
        {
            var similar = await find.RunAsync(data.Ticket, action.Actor, action.Place.Room, stop);
            return similar.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(AgentListCards.Similar(data.Ticket, similar.Value, speaker.WordsFor(action.Reader.Language)), action);
        }),
    ];
}

/// <summary>Several tickets of a list at once: choose, look again, do. Every ticket is a unit of work of its own.</summary>
internal sealed class BulkActions(CheckAct check, BulkSteps steps, DeskSettingsStore settings, Speaker speaker, Responses responses) : IActionGroup
{
    private const int Most = 10;
    private static readonly BulkWish Nothing = new(BulkAct.Claim, "", ResolutionReason.Solved, "");

    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<ListSelectData>(Verbs.ListSelectForm, OpenAsync),
        ActionRoutes.On<BulkPreviewData>(Verbs.BulkPreview, PreviewAsync),
        ActionRoutes.On<BulkRunData>(Verbs.BulkRun, RunAsync),
    ];

    private async Task<ActionAnswer> OpenAsync(CardAction action, ListSelectData data, CancellationToken stop)
    {
        if (!action.Actor.IsAgentSomewhere)
        {
            return await responses.RefusedAsync(new Refusal("act.agents_only"), action, stop);
        }

        return responses.Form(Cards(action).Form(await ReadableAsync(data.Tickets, action, stop), Nothing), action);
    }

    private async Task<ActionAnswer> PreviewAsync(CardAction action, BulkPreviewData data, CancellationToken stop)
    {
        if (!action.Actor.IsAgentSomewhere)
        {
            return await responses.RefusedAsync(new Refusal("act.agents_only"), action, stop);
        }

        var chosen = data.Ticked
            .Select(text => TicketId.TryParse(text, null, out var id) ? id : default)
            .Where(id => data.Shown.Contains(id))
            .ToList();
        var wish = new BulkWish(data.Act, data.Category, data.Reason, data.Text) { Tickets = chosen };
        if (Wrong(wish) is { } refusal)
        {
            var shown = await ReadableAsync(data.Shown, action, stop);
            return responses.Form(Cards(action).Form(shown, wish, await responses.TextAsync(refusal, action, stop)), action);
        }

        return responses.Form(Cards(action).Preview(await ReadableAsync(chosen, action, stop), wish, Guid.NewGuid()), action);
    }

    private async Task<ActionAnswer> RunAsync(CardAction action, BulkRunData data, CancellationToken stop)
    {
        var wish = new BulkWish(data.Act, data.Category, data.Reason, data.Text) { Tickets = [.. data.Tickets.Distinct().Take(Most)] };
        if (Wrong(wish) is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var lines = new List<string>();
        foreach (var ticket in wish.Tickets)
        {
            lines.Add(await steps.DoAsync(ticket, wish, data.Nonce, action, stop));
        }

        return responses.Done(Cards(action).Results(lines, wish), action);
    }

    private static Refusal? Wrong(BulkWish wish)
    {
        if (wish.Tickets.Count == 0)
        {
            return new Refusal("bulk.nothing_chosen");
        }

        return wish.Act is BulkAct.Resolve && string.IsNullOrWhiteSpace(wish.Text) ? new Refusal("text.missing") : null;
    }

    private async Task<IReadOnlyList<Ticket>> ReadableAsync(IEnumerable<TicketId> ids, CardAction action, CancellationToken stop)
    {
        var tickets = new List<Ticket>();
        foreach (var id in ids.Distinct().Take(Most))
        {
            if (await check.FindAsync(id, action.Actor, stop) is { Succeeded: true } found)
            {
                tickets.Add(found.Value);
            }
        }

        return tickets;
    }

    private BulkCards Cards(CardAction action) => new(settings.Current.Categories, speaker.WordsFor(action.Reader.Language));
}
