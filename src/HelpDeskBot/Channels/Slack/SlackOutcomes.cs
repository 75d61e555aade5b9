using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Slack.Api;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Says what became of a call the way the outbox wants to hear it.</summary>
internal static class SlackOutcomes
{
    private static readonly string[] Missing = ["message_not_found", "cant_update_message", "cant_delete_message", "channel_not_found", "is_archived", "not_in_channel"];

    /// <summary>The value.</summary>
    /// <exception cref="GoneException">What was to be changed is not there.</exception>
    /// <exception cref="UndeliverableException">Slack will never take it.</exception>
    /// <exception cref="DelayedException">Nothing was done; later.</exception>
    /// <exception cref="IOException">Nobody knows whether it was done.</exception>
    public static T Demand<T>(SlackResult<T> result)
        where T : class => result.Outcome switch
        {
            SlackOutcome.Ok => result.Value!,
            SlackOutcome.Refused when Missing.Contains(result.Error) => throw new GoneException(result.Error),
            SlackOutcome.Refused => throw new UndeliverableException(result.Error),
            SlackOutcome.Later => throw new DelayedException(result.Error, result.RetryAfter),
            _ => throw new IOException($"Slack did not say whether it did it: {result.Error}"),
        };
}
