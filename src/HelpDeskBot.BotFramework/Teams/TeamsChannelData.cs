using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.BotFramework.Teams;

/// <summary>What Teams writes beside an activity. The activity keeps all of it; here is what is asked for by name.</summary>
public sealed record TeamsChannelData
{
    /// <summary>The Entra tenant of the sender.</summary>
    public string? TenantId { get; init; }

    /// <summary>The team, as a conversation id; also that of its general channel.</summary>
    public string? TeamId { get; init; }

    public string? TeamName { get; init; }

    /// <summary>The object id of the team's group in Microsoft Entra.</summary>
    public string? TeamGroupId { get; init; }

    public string? ChannelId { get; init; }

    /// <summary>Absent for the general channel.</summary>
    public string? ChannelName { get; init; }

    /// <summary>Of an installation into a team: the channel that was chosen.</summary>
    public string? SelectedChannelId { get; init; }

    /// <summary>One of <see cref="TeamsEvents"/>, or another.</summary>
    public string? EventType { get; init; }

    public static TeamsChannelData Of(Activity activity)
    {
        var data = activity.ChannelData;
        return new TeamsChannelData
        {
            TenantId = data.TextAt("tenant", "id"),
            TeamId = data.TextAt("team", "id"),
            TeamName = data.TextAt("team", "name"),
            TeamGroupId = data.TextAt("team", "aadGroupId"),
            ChannelId = data.TextAt("channel", "id"),
            ChannelName = data.TextAt("channel", "name"),
            SelectedChannelId = data.TextAt("settings", "selectedChannel", "id"),
            EventType = data.TextAt("eventType"),
        };
    }
}

/// <summary>What happened, in the channel data of a conversationUpdate, messageUpdate or messageDelete.</summary>
public static class TeamsEvents
{
    public const string EditMessage = "editMessage";
    public const string UndeleteMessage = "undeleteMessage";
    public const string SoftDeleteMessage = "softDeleteMessage";
    public const string TeamMemberAdded = "teamMemberAdded";
    public const string TeamMemberRemoved = "teamMemberRemoved";
    public const string TeamRenamed = "teamRenamed";
    public const string TeamArchived = "teamArchived";
    public const string TeamUnarchived = "teamUnarchived";
    public const string TeamRestored = "teamRestored";
    public const string TeamDeleted = "teamDeleted";
    public const string TeamHardDeleted = "teamHardDeleted";
    public const string ChannelCreated = "channelCreated";
    public const string ChannelRenamed = "channelRenamed";
    public const string ChannelDeleted = "channelDeleted";
    public const string ChannelRestored = "channelRestored";
}
