using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Tells what messages of Slack say, and which are none of a person's.</summary>
internal static class SlackMessages
{
    private static readonly string?[] PeoplesKinds = [null, "file_share", "thread_broadcast", "me_message"];

    /// <summary>A person's message; null for what apps, bots and Slack itself write, so that no two programs answer each other.</summary>
    public static SlackSaid? Read(string team, string channel, SlackMessage message) =>
        message is { BotId: null, User: { } user, Ts: { } ts } && PeoplesKinds.Contains(message.Subtype)
            ? new SlackSaid(team, channel, user, ts, message.Text ?? "")
            {
                Thread = message.ThreadTs == ts ? null : message.ThreadTs,
                Files = [.. (message.Files ?? []).Select(Plain)],
            }
            : null;

    /// <summary>What an event says, the oldest first: an edit brings the message before it along, should that have got lost or be late.</summary>
    public static IEnumerable<SlackSaid> Read(string team, SlackEvent? happened) => happened switch
    {
        MessageEvent said => One(Read(team, said.Channel, said.Message)),
        AppMention said => One(Read(team, said.Channel, said.Message)),
        MessageChanged changed => Changed(team, changed),
        MessageDeleted { Previous: { } previous } deleted => Deleted(Read(team, deleted.Channel, previous)),
        MemberJoined { User: { } bot, Channel: { } channel, Inviter: { } inviter } =>
            [new SlackSaid(team, channel, inviter, $"added-{bot}", "") { As = SlackSaidAs.Added }],
        _ => [],
    };

    /// <summary>An edit of a message that is known as it was before.</summary>
    public static SlackSaid? Edit(SlackSaid after, string? before, SlackMessage message) => message.Edited?.Ts is { } edit
        ? after with { As = SlackSaidAs.Edit, Before = before, Edit = edit, Files = [] }
        : null;

    /// <summary>It was deleted, and stays for the answers under it.</summary>
    public static bool IsTombstone(SlackMessage message) => message.Subtype == "tombstone";

    private static IEnumerable<SlackSaid> Changed(string team, MessageChanged changed)
    {
        var before = changed.Previous is { } previous ? Read(team, changed.Channel, previous) : null;
        if (IsTombstone(changed.Message))
        {
            return Deleted(before);
        }

        var isEdited = changed.Message.Edited?.Ts is { } edit && edit != changed.Previous?.Edited?.Ts;
        if (!isEdited || Read(team, changed.Channel, changed.Message) is not { } after)
        {
            return [];
        }

        return Edit(after, before?.Text, changed.Message) is { } edited ? [before ?? after, edited] : [];
    }

    public static SlackSaid Removal(SlackSaid before) => before with { As = SlackSaidAs.Removal, Before = before.Text, Files = [] };

    private static IEnumerable<SlackSaid> Deleted(SlackSaid? before) => before is null ? [] : [before, Removal(before)];

    private static IEnumerable<SlackSaid> One(SlackSaid? said) => said is null ? [] : [said];

    // What is needed to fetch it; names and pictures of Slack's pages stay there.
    public static SlackFile Plain(SlackFile file) => new()
    {
        Id = file.Id,
        Name = file.Name,
        Size = file.Size,
        UrlPrivateDownload = file.UrlPrivateDownload,
        UrlPrivate = file.UrlPrivate,
        FileAccess = file.FileAccess,
        Mode = file.Mode,
    };
}
