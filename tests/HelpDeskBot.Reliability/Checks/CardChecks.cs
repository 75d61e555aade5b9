using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Reliability.Load;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Checks;

/// <summary>Every ticket has one card in the requester's chat, one more each time they asked for it, and one in the room; they show what is true now.</summary>
internal static class CardChecks
{
    public static void Run(Evidence found)
    {
        Same.Assert(
            "cards of tickets",
            found.Tickets.Select(stored => stored.Ticket).SelectMany(ticket => (string[])
            [
                $"{ticket.Id} direct-{ticket.Requester} {TicketCards.Requester}",
                $"{ticket.Id} {ticket.Queue} {TicketCards.Agent}",
            ])
            .Concat(found.Ledger.Where(line => line.What == Said.Status).Select(line => $"{line.Ticket} direct-{line.By} {TicketCards.Requester}")),
            found.Placements.Where(row => row.Card != TicketCards.Fixed).Select(row => $"{row.Ticket} {row.Conversation} {row.Card}"));
        Assert.Equal(found.Tickets.Sum(stored => stored.Entries.Count(entry => entry.Act == Act.Resolve)), found.Placements.Count(row => row.Card == TicketCards.Fixed));

        var shown = found.ChatLog.Where(row => row.Event == ChatEvent.Message).ToDictionary(row => (row.Conversation, row.Activity), row => row.Current);
        Assert.Empty(found.Placements
            .Where(row => row.Shown != Digest(shown[(row.Conversation, row.Activity)]!))
            .Select(row => $"{row.Ticket}: {row.Card} in {row.Conversation} is thought to show something else than it does"));
        Assert.Empty(found.ChatLog.GroupBy(row => (row.Conversation, row.Activity))
            .Where(events => shown[events.Key] is { } now && CardOf(events.Last().Body) != CardOf(now)) // what was removed shows nothing
            .Select(events => $"{events.Key} shows newcomers something else"));
    }

    /// <summary>Asks for every ticket and compares the fresh card with the one that was there.</summary>
    public static async Task CompareWithFreshAsync(Evidence found, LoadGenerator load)
    {
        foreach (var employee in load.Employees)
        {
            await CompareAsync(found, TicketCards.Requester, employee.Chat, ticket => ticket.Requester.Value == employee.Chat.Account);
        }

        await CompareAsync(found, TicketCards.Agent, load.Agents[0].Chat, _ => true);
    }

    private static async Task CompareAsync(Evidence found, string card, ChatClient chat, Func<Ticket, bool> isTheirs)
    {
        var cards = found.Placements.Where(row => row.Card == card).ToDictionary(row => row.Ticket, row => row.Activity);
        foreach (var ticket in found.Tickets.Select(stored => stored.Ticket).Where(isTheirs))
        {
            var fresh = await chat.AskForAsync(ticket.Id.ToString());
            var standing = chat.Now(cards[ticket.Id]);
            Assert.Equal(fresh.Card!.ToJsonString(), standing.Card!.ToJsonString());
        }
    }

    private static string? CardOf(string body) => new ShownMessage((JsonObject)JsonNode.Parse(body)!).Card?.ToJsonString();

    private static string Digest(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CardOf(body)!)));
}
