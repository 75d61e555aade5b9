using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Payloads;
using NodaTime;

namespace HelpDeskBot.Channels.Slack;

/// <summary>
/// Finds messages that were deleted without our being told: those that were taken and are not in the history any more. Only of the last hours, since a
/// workspace may be set to forget what is older than a day, which is no deletion.
/// </summary>
internal sealed class SlackDeletions(TakeDelivery inbox, SlackInbound inbound, TimeProvider technical)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(23);

    /// <summary>What was just said may be in a history only a moment later.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <summary>What must be among the messages of a stretch that is read now, unless it was deleted.</summary>
    public async Task<IReadOnlyList<SlackSaid>> ExpectedAsync(SlackStretch stretch, CancellationToken stop)
    {
        var now = technical.GetUtcNow();
        var from = stretch.ListedFrom > now - Kept ? stretch.ListedFrom : now - Kept;
        var bodies = await inbox.FindSinceAsync(
            SlackNames.Channel, SlackSaid.LaneOf(stretch.Conversation, stretch.Root), Instant.FromDateTimeOffset(from), stop);
        return [.. bodies.Select(SlackSaid.Read).Where(said => said.As is SlackSaidAs.Message && SlackTime.OfTs(said.Ts) is { } at && at >= from && at <= now - Settling)];
    }

    /// <param name="found">All messages of the stretch.</param>
    public async Task TakeAsync(IReadOnlyList<SlackSaid> expected, IEnumerable<SlackMessage> found, CancellationToken stop)
    {
        var present = found.Where(message => !SlackMessages.IsTombstone(message)).Select(message => message.Ts).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in expected.Where(said => !present.Contains(said.Ts)))
        {
            await inbound.TakeMissedAsync(SlackMessages.Removal(gone), stop);
        }
    }
}
