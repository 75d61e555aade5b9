using System.Globalization;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Slack.Api;

/// <summary>Which messages of a conversation to read.</summary>
/// <param name="Channel">The conversation.</param>
public sealed record MessageQuery(string Channel)
{
    /// <summary>The thread to read; null reads the conversation itself, without replies.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Nothing from before it.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? Cursor { get; init; }
}

/// <summary>Whether a message is there.</summary>
/// <param name="Ts">Its id; null if it is not there.</param>
public sealed record FoundMessage(string? Ts);

/// <summary><c>conversations.*</c>: opens, reads and describes conversations.</summary>
public sealed class ConversationsApi
{
    private const int PageSize = 200;

    /// <summary>Slack's clock and ours may differ by that.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly SlackCaller _caller;

    internal ConversationsApi(SlackCaller caller) => _caller = caller;

    /// <summary>The bot's conversation with a person; always the same one.</summary>
    public async Task<SlackResult<SlackConversation>> OpenAsync(string user, CancellationToken stop) => Channel(await _caller.CallAsync(
        SlackMethods.OpenConversation, ApiJson.Default.ChannelAnswer, new Dictionary<string, string?> { ["users"] = user }, channel: null, stop));

    public async Task<SlackResult<SlackConversation>> InfoAsync(string channel, CancellationToken stop) => Channel(await _caller.CallAsync(
        SlackMethods.ConversationInfo, ApiJson.Default.ChannelAnswer, new Dictionary<string, string?> { ["channel"] = channel }, channel, stop));

    /// <summary>A page of who is in a channel.</summary>
    public async Task<SlackResult<MemberPage>> MembersAsync(string channel, string? cursor, CancellationToken stop)
    {
        var arguments = new Dictionary<string, string?> { ["channel"] = channel, ["cursor"] = cursor, ["limit"] = Text(PageSize) };
        var answer = await _caller.CallAsync(SlackMethods.Members, ApiJson.Default.MembersAnswer, arguments, channel, stop);
        return answer.Map(page => new MemberPage(page.Members ?? [], Cursor(page.ResponseMetadata)));
    }

    /// <summary>A page of messages with their metadata: of a conversation the newest first, of a thread the oldest first, its beginning always among them.</summary>
    public async Task<SlackResult<MessagePage>> ReadAsync(MessageQuery query, CancellationToken stop)
    {
        var arguments = new Dictionary<string, string?>
        {
            ["channel"] = query.Channel,
            ["ts"] = query.ThreadTs,
            ["oldest"] = query.Since is { } since ? SlackTime.ToTs(since) : null,
            ["inclusive"] = "true",
            ["cursor"] = query.Cursor,
            ["limit"] = Text(PageSize),
            ["include_all_metadata"] = "true",
        };
        var method = query.ThreadTs is null ? SlackMethods.History : SlackMethods.Replies;
        var answer = await _caller.CallAsync(method, ApiJson.Default.PageAnswer, arguments, query.Channel, stop);
        return answer.Map(page => new MessagePage(page.Messages ?? [], page.HasMore ? Cursor(page.ResponseMetadata) : null));
    }

    /// <summary>Looks for a message by the key it was posted with (<see cref="OutgoingMessage.Key"/>).</summary>
    /// <param name="since">When it may have been posted first.</param>
    public async Task<SlackResult<FoundMessage>> FindByKeyAsync(string channel, string? threadTs, string key, DateTimeOffset since, CancellationToken stop)
    {
        var query = new MessageQuery(channel) { ThreadTs = threadTs, Since = since - Skew };
        while (true)
        {
            var page = await ReadAsync(query, stop);
            if (!page.IsOk)
            {
                return page.Map(_ => new FoundMessage(null));
            }

            var found = page.Value.Messages.FirstOrDefault(message => KeyOf(message) == key);
            if (found is not null || page.Value.NextCursor is null)
            {
                return page.Map(_ => new FoundMessage(found?.Ts));
            }

            query = query with { Cursor = page.Value.NextCursor };
        }
    }

    /// <summary>The key a message was posted with; null if it has none.</summary>
    public static string? KeyOf(SlackMessage message) =>
        message.Metadata is { EventType: OutgoingMessage.KeyType } metadata ? metadata.EventPayload?[OutgoingMessage.KeyName]?.ToString() : null;

    private static SlackResult<SlackConversation> Channel(SlackResult<ChannelAnswer> answer) => answer.Map(found => found.Channel ?? new SlackConversation());

    private static string? Cursor(AnswerHead.Metadata? metadata) => metadata?.NextCursor is { Length: > 0 } cursor ? cursor : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
