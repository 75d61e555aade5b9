using System.Text.Json.Nodes;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Sla;

namespace HelpDeskBot.Channels.Slack;

/// <summary>An agent's work on their home tab: their own tickets, what is at risk in their queues, and what is open there.</summary>
internal sealed class SlackHomeWork(FindTickets find, IRenderer renderer, CardCatalog catalog)
{
    public Words WordsOf(SlackSpeaker speaker) => catalog.WordsOf(speaker.Reader.Language);

    /// <summary>Nothing for people who are no agents.</summary>
    public async Task<IReadOnlyList<JsonObject>> OfAsync(SlackSpeaker speaker, CancellationToken stop)
    {
        if (!speaker.Actor.IsAgentSomewhere)
        {
            return [];
        }

        var own = new TicketQuery { IsOpen = true, Owner = speaker.Actor.Person!.Value.Value };
        var queues = new TicketQuery { IsOpen = true, IsOfOwnQueues = true };
        return
        [
            .. await ListAsync("home.mine", own, page => page, speaker, stop),
            .. await ListAsync("home.at_risk", queues, AtRisk, speaker, stop),
            .. await ListAsync("home.queue", queues, page => page, speaker, stop),
        ];
    }

    private async Task<IReadOnlyList<JsonObject>> ListAsync(
        string title, TicketQuery query, Func<TicketPage, TicketPage> choose, SlackSpeaker speaker, CancellationToken stop)
    {
        var found = await find.RunAsync(new FindTicketsCommand(query), speaker.Actor, stop);
        if (found.Refusal is not null)
        {
            return [];
        }

        var list = AgentListCards.List(query, choose(found.Value), speaker.Reader, WordsOf(speaker));
        return [Heading(WordsOf(speaker)[title]), renderer.Card(list, speaker.Reader).Card!];
    }

    // Of the page that is due first.
    private static TicketPage AtRisk(TicketPage page) => page with
    {
        Tickets = [.. page.Tickets.Where(listed => IsAtRisk(listed, page))],
        HasMore = false,
    };

    private static bool IsAtRisk(ListedTicket listed, TicketPage page) =>
        listed.Clock.Resolution.StateAt(page.Now) is ClockCondition.AtRisk or ClockCondition.Overdue
        || listed.Clock.Response.StateAt(page.Now) is ClockCondition.AtRisk or ClockCondition.Overdue;

    private static JsonObject Heading(string text) => new()
    {
        ["type"] = "AdaptiveCard",
        ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["size"] = "large", ["weight"] = "bolder" }),
    };
}
