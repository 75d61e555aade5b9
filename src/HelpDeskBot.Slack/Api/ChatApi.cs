namespace HelpDeskBot.Slack.Api;

/// <summary><c>chat.*</c>: says, changes and takes away.</summary>
public sealed class ChatApi
{
    private readonly SlackCaller _caller;
    private readonly ConversationsApi _conversations;

    internal ChatApi(SlackCaller caller, ConversationsApi conversations) => (_caller, _conversations) = (caller, conversations);

    /// <summary>Posts a message.</summary>
    /// <param name="triedSince">
    /// When an attempt was made before whose outcome is unknown, or was never noted, the time of the first one: then the message is looked for by
    /// its key, and posted only if it is not there.
    /// </param>
    public async Task<SlackResult<PostedMessage>> PostAsync(OutgoingMessage message, DateTimeOffset? triedSince, CancellationToken stop)
    {
        if (message.Key is { } key && triedSince is { } since)
        {
            var found = await _conversations.FindByKeyAsync(message.Channel, message.ThreadTs, key, since, stop);
            if (!found.IsOk)
            {
                return found.Map(_ => new PostedMessage("", ""));
            }

            if (found.Value.Ts is { } ts)
            {
                return new SlackResult<PostedMessage>(SlackOutcome.Ok, new PostedMessage(message.Channel, ts), "");
            }
        }

        return await _caller.CallAsync(SlackMethods.PostMessage, ApiJson.Default.PostedMessage, Arguments(message), message.Channel, stop);
    }

    /// <summary>Says something that one person in a channel sees until they load it again. Nobody can look for it, so it has no key.</summary>
    public async Task<SlackResult<PostedMessage>> PostEphemeralAsync(OutgoingMessage message, string user, CancellationToken stop)
    {
        var arguments = Arguments(message with { Key = null });
        arguments["user"] = user;
        var posted = await _caller.CallAsync(SlackMethods.PostEphemeral, ApiJson.Default.EphemeralAnswer, arguments, message.Channel, stop);
        return posted.Map(answer => new PostedMessage(message.Channel, answer.MessageTs ?? ""));
    }

    /// <summary>Replaces what a message of the bot shows; its thread, name and picture stay.</summary>
    public Task<SlackResult<PostedMessage>> UpdateAsync(OutgoingMessage message, string ts, CancellationToken stop)
    {
        var arguments = new Dictionary<string, string?>
        {
            ["channel"] = message.Channel,
            ["ts"] = ts,
            ["text"] = message.Text,
            ["blocks"] = (message.Blocks ?? []).ToJsonString(), // or those that are there stay
            ["metadata"] = message.Metadata,
            ["parse"] = "none",
            ["link_names"] = "false",
        };
        return _caller.CallAsync(SlackMethods.UpdateMessage, ApiJson.Default.PostedMessage, arguments, message.Channel, stop);
    }

    /// <summary>Takes a message of the bot away; that it is gone already is as good.</summary>
    public Task<SlackResult<SlackDone>> DeleteAsync(string channel, string ts, CancellationToken stop) =>
        _caller.CallAsync(SlackMethods.DeleteMessage, ApiJson.Default.SlackDone, new Dictionary<string, string?> { ["channel"] = channel, ["ts"] = ts }, channel, stop);

    /// <summary>The address that leads people to a message.</summary>
    public async Task<SlackResult<Uri>> GetPermalinkAsync(string channel, string ts, CancellationToken stop)
    {
        var arguments = new Dictionary<string, string?> { ["channel"] = channel, ["message_ts"] = ts };
        var answer = await _caller.CallAsync(SlackMethods.GetPermalink, ApiJson.Default.PermalinkAnswer, arguments, channel, stop);
        return answer.Map(found => new Uri(found.Permalink ?? "", UriKind.RelativeOrAbsolute));
    }

    private static Dictionary<string, string?> Arguments(OutgoingMessage message) => new()
    {
        ["channel"] = message.Channel,
        ["text"] = message.Text,
        ["blocks"] = message.Blocks?.ToJsonString(),
        ["thread_ts"] = message.ThreadTs,
        ["username"] = message.Username,
        ["icon_url"] = message.IconUrl,
        ["metadata"] = message.Metadata,
        ["mrkdwn"] = "false",
        ["parse"] = "none",
        ["link_names"] = "false",
        ["unfurl_links"] = "false",
        ["unfurl_media"] = "false",
    };
}
