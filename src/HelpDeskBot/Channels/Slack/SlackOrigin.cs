using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Where somebody pressed something; for a modal, where what opened it stands.</summary>
/// <param name="Channel">The conversation; null for the home tab, which is the person's own.</param>
/// <param name="Message">The message; null for none.</param>
internal sealed record SlackOrigin(string Team, string User, string? Channel, string? Message, string? Thread)
{
    /// <summary>Answers there, in a few minutes at most.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Opens a modal, in three seconds at most.</summary>
    public string? Trigger { get; init; }

    /// <summary>The modal that was pressed in.</summary>
    public string? View { get; init; }

    /// <summary>It was pressed on the home tab.</summary>
    public bool IsHome { get; init; }

    /// <summary>What a modal carries of where it was opened; Slack gives it back as the app wrote it.</summary>
    public string ToCallbackId() => string.Join(' ', "origin", Channel, Message, Thread);

    public static SlackOrigin? Of(SlackDelivery delivery, BlockActions press)
    {
        if (press.User?.Id is not { } user)
        {
            return null;
        }

        if (press.View is { } view)
        {
            var isHome = view["type"]?.ToString() == "home";
            return OfView(delivery.Team, user, view["callback_id"]?.ToString()) with
            {
                IsHome = isHome,
                View = isHome ? null : view["id"]?.ToString(),
                Trigger = press.TriggerId,
            };
        }

        var message = press.Container?.MessageTs ?? press.Message?.Ts;
        var thread = press.Container?.ThreadTs ?? press.Message?.ThreadTs;
        var place = press.Container?.ChannelId ?? press.Channel?.Id;
        return new SlackOrigin(delivery.Team, user, place, press.Container?.IsEphemeral == true ? null : message, thread == message ? null : thread)
        {
            ResponseUrl = press.ResponseUrl,
            Trigger = press.TriggerId,
        };
    }

    public static SlackOrigin? Of(SlackDelivery delivery, ViewSubmission submission) => submission.User?.Id is { } user
        ? OfView(delivery.Team, user, submission.View?["callback_id"]?.ToString()) with { View = submission.View?["id"]?.ToString() }
        : null;

    private static SlackOrigin OfView(string team, string user, string? callbackId) => callbackId?.Split(' ') is ["origin", var channel, var message, var thread]
        ? new SlackOrigin(team, user, Some(channel), Some(message), Some(thread))
        : new SlackOrigin(team, user, null, null, null);

    private static string? Some(string part) => part.Length > 0 ? part : null;
}
