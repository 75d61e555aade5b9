using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Channels.Slack;

/// <summary>What stands behind Slack's deliveries: words go to the inbox, presses and forms are dealt with at once.</summary>
internal sealed class SlackBackend(SlackInbound inbound, SlackPresses presses, SlackReactions reactions, SlackHomes homes) : ISlackBackend
{
    public Task ReceiveAsync(SlackDelivery delivery, CancellationToken stop) => delivery.Payload switch
    {
        EventCallback { Event: ReactionChanged reaction } => reactions.TakeAsync(delivery, reaction, stop),
        EventCallback { Event: AppHomeOpened { User: { } user, Tab: "home" } } => homes.OpenedAsync(delivery.Team, user),
        EventCallback callback => inbound.TakeAsync(delivery, callback.Event, stop),
        BlockActions press => presses.PressAsync(delivery, press, stop),
        Shortcut { CallbackId: SlackNames.ReportShortcut } shortcut => ReportAsync(delivery, shortcut, stop),
        MessageAction action => inbound.TakeAsync(delivery, action, stop),
        _ => Task.CompletedTask,
    };

    public Task<ViewAnswer> SubmitAsync(SlackDelivery delivery, ViewSubmission submission, CancellationToken stop) =>
        presses.SubmitAsync(delivery, submission, stop);

    public Task<CommandAnswer?> CommandAsync(SlackDelivery delivery, SlashCommand command, CancellationToken stop) =>
        inbound.TakeAsync(delivery, command, stop);

    /// <summary>No menu of ours asks while somebody types.</summary>
    public Task<IReadOnlyList<SlackOption>> SuggestAsync(SlackDelivery delivery, BlockSuggestion suggestion, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<SlackOption>>([]);

    private async Task ReportAsync(SlackDelivery delivery, Shortcut shortcut, CancellationToken stop)
    {
        if (!await presses.ReportAsync(delivery, shortcut, stop))
        {
            await inbound.TakeAsync(delivery, shortcut, stop);
        }
    }
}
