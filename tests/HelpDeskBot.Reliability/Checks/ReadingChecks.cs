using System.Text.Json.Nodes;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Reliability.Load;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Checks;

/// <summary>What the clients read over all restarts is what the conversations hold, without a gap and in order.</summary>
internal static class ReadingChecks
{
    public static async Task RunAsync(Evidence found, LoadGenerator load)
    {
        Assert.Empty(load.Troubles.Found);
        foreach (var client in load.Clients)
        {
            await client.ReadAsync();
            var kept = found.ChatLog.Where(row => row.Conversation == client.Conversation).ToList();
            Assert.Equal(kept.Select(row => row.Activity), client.Events.Select(read => new ShownMessage((JsonObject)JsonNode.Parse(read)!).Id));
            Assert.Equal(kept.Count(row => row.Event == ChatEvent.Message), client.Originals.Count);
        }
    }
}
