using HelpDeskBot.Desk.Tickets;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Tells whether a message shows a ticket and is kept current by the outbox, so that nobody else may draw it: an older state could win.</summary>
internal sealed class SlackPlacements(IServiceScopeFactory scopes)
{
    public async Task<bool> IsKeptCurrentAsync(SlackOrigin from, CancellationToken stop)
    {
        if (from is not { Channel: { } channel, Message: { } message })
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FindConversationTickets>().CardOfAsync(channel, message, stop) is not null;
    }
}
