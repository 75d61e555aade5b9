using System.Text.Json.Nodes;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Tickets;

namespace HelpDeskBot.Channels.Slack;

/// <summary>What somebody's home tab shows: what they can do, their tickets, what they want to be told; to agents their work too.</summary>
internal sealed class SlackHomeCards(SlackSpeakers speakers, ListTickets tickets, ChooseNotifications choose, SlackHomeWork work, IRenderer renderer)
{
    private const int TicketsShown = 10;
    private static readonly string[] Commands = ["Report", "Help"];

    /// <summary>The cards from top to bottom; none for people who are none of ours.</summary>
    /// <param name="nonce">Tells one drawing's form from the next one's.</param>
    public async Task<IReadOnlyList<JsonObject>> OfAsync(string team, string user, Guid nonce, CancellationToken stop)
    {
        var (speaker, _) = await speakers.FindAsync(team, user, "", root: null, isPrivate: true, stop);
        if (speaker is null)
        {
            return [];
        }

        var words = work.WordsOf(speaker);
        var mine = await tickets.MineAsync(speaker.Actor, TicketsShown, stop);
        var settings = await choose.ReadAsync(speaker.Actor, stop);
        return
        [
            Draw(ListCards.Help([words["help.greeting"]], Commands, words)),
            .. mine.Count > 0 ? [Draw(ListCards.MyTickets(mine, words))] : Array.Empty<JsonObject>(),
            .. await work.OfAsync(speaker, stop),
            Draw(NotificationCards.Settings(settings, speaker.Actor, nonce, words)),
        ];

        JsonObject Draw(DataCard card) => renderer.Card(card, speaker.Reader).Card!;
    }
}
