using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Api;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Channels.Slack;

/// <summary>A part of Slack's history.</summary>
/// <param name="Root">The message whose thread it is; null for the conversation itself.</param>
/// <param name="Since">What was written or edited before is known.</param>
internal sealed record SlackStretch(string Conversation, string? Root, DateTimeOffset Since)
{
    /// <summary>How far back the messages are listed whose threads may have gone on.</summary>
    public DateTimeOffset ListedFrom { get; init; } = Since;
}

/// <summary>Takes from Slack's history what Slack did not deliver. What it did is known by its key and changes nothing.</summary>
internal sealed partial class SlackHistory(SlackClient client, SlackInbound inbound, SlackDeletions deletions, SlackOptions options, ILogger<SlackHistory> logger)
{
    private const int MostPages = 50;

    /// <summary>The threads that were written in since; null if Slack cannot be read now.</summary>
    public async Task<IReadOnlyList<SlackStretch>?> CatchUpAsync(SlackStretch stretch, CancellationToken stop)
    {
        var expected = await deletions.ExpectedAsync(stretch, stop);
        if (await ReadAsync(stretch, stop) is not var (messages, isWhole))
        {
            return null;
        }

        foreach (var message in messages.Where(message => IsSince(stretch, message.Ts) || IsSince(stretch, message.Edited?.Ts)).OrderBy(message => message.Ts, StringComparer.Ordinal))
        {
            await TakeAsync(stretch.Conversation, message, stop);
        }

        if (isWhole)
        {
            await deletions.TakeAsync(expected, messages, stop);
        }

        return [.. messages.Where(message => stretch.Root is null && IsSince(stretch, message.LatestReply)).Select(message => stretch with { Root = message.Ts })];
    }

    private async Task<(List<SlackMessage> Messages, bool IsWhole)?> ReadAsync(SlackStretch stretch, CancellationToken stop)
    {
        var query = new MessageQuery(stretch.Conversation) { ThreadTs = stretch.Root, Since = stretch.ListedFrom };
        var messages = new List<SlackMessage>();
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await client.Conversations.ReadAsync(query, stop);
            if (!page.IsOk)
            {
                LogNotRead(stretch.Conversation, page.Error);
                return page.Outcome is SlackOutcome.Refused ? (messages, IsWhole: false) : null;
            }

            messages.AddRange(page.Value.Messages);
            if (page.Value.NextCursor is not { } next)
            {
                return (messages, IsWhole: true);
            }

            query = query with { Cursor = next };
        }

        return (messages, IsWhole: false);
    }

    // An edit that was not delivered either is one of the message as it was taken.
    private async Task TakeAsync(string conversation, SlackMessage message, CancellationToken stop)
    {
        foreach (var team in options.Teams.Where(team => options.Teams.Count == 1 || message.Team == team))
        {
            if (SlackMessages.Read(team, conversation, message) is { } said
                && !await inbound.TakeMissedAsync(said, stop)
                && SlackMessages.Edit(said, before: null, message) is { } edit)
            {
                await inbound.TakeMissedAsync(edit, stop);
            }
        }
    }

    private static bool IsSince(SlackStretch stretch, string? ts) => SlackTime.OfTs(ts) >= stretch.Since;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack's history of {Conversation} could not be read: {Error}")]
    private partial void LogNotRead(string conversation, string error);
}
