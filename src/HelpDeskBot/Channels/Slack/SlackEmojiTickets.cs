using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Finds the ticket that an emoji is meant for.</summary>
internal sealed class SlackEmojiTickets(FindPlace places, FindConversationTickets find, DeskSettingsStore settings)
{
    /// <summary>The ticket whose card or message it is on; null outside agents' channels, and in those of queues that do without emoji.</summary>
    public async Task<TicketId?> FindAsync(SlackOrigin at, CancellationToken stop)
    {
        var place = await places.OfConversationAsync(SlackNames.Channel, at.Channel!, locale: null, stop);
        return place?.Queue is { } queue && settings.Current.Queue(queue).TakesEmoji
            ? await find.OfMessageAsync(at.Channel!, at.Message!, stop)
            : null;
    }
}
