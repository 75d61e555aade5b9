using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Api;

namespace HelpDeskBot.Channels.Slack;

/// <summary>
/// Reads the message that somebody makes a report of: what it says, where only its place is known, and its address. Done when the report is dealt
/// with, since Slack waits for the acknowledgement before it.
/// </summary>
internal sealed class SlackReported(SlackClient client, TimeProvider technical)
{
    /// <summary>The report with all of it; null if the message is an answer in a thread, of a program, or no longer there.</summary>
    /// <exception cref="IOException">Slack does not answer; ask again.</exception>
    public async Task<SlackSaid?> ReadAsync(SlackSaid report, CancellationToken stop)
    {
        if (report is not { As: SlackSaidAs.Ticket, About: { } about })
        {
            return report;
        }

        var whole = report.IsUnread ? await WithWordsAsync(report, about, stop) : report;
        return whole is null ? null : whole with { Link = await LinkAsync(report.Channel, about, stop) };
    }

    private async Task<SlackSaid?> WithWordsAsync(SlackSaid report, string about, CancellationToken stop)
    {
        var query = new MessageQuery(report.Channel) { ThreadTs = about, Since = SlackTime.OfTs(about) };
        var page = await AskAsync(() => client.Conversations.ReadAsync(query, stop), stop);
        return page?.Messages.FirstOrDefault(message => message.Ts == about && message.BotId is null) is { } found
            ? report with { Text = found.Text ?? "", Files = [.. (found.Files ?? []).Select(SlackMessages.Plain)] }
            : null;
    }

    private async Task<string?> LinkAsync(string channel, string about, CancellationToken stop) =>
        (await AskAsync(() => client.Chat.GetPermalinkAsync(channel, about, stop), stop))?.ToString();

    private async Task<T?> AskAsync<T>(Func<Task<SlackResult<T>>> call, CancellationToken stop)
        where T : class
    {
        var asked = await SlackRetries.AskAsync(call, technical, stop);
        return asked.Outcome is SlackOutcome.Ok or SlackOutcome.Refused ? asked.Value : throw new IOException($"A message could not be read: {asked.Error}");
    }
}
