using System.Text.Json;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Outbox;

namespace HelpDeskBot.Channels.Teams;

/// <summary>What has to be known of a conversation to speak there first; as JSON beside it in the database.</summary>
internal static class TeamsReference
{
    /// <summary>Only what stays the same from message to message.</summary>
    public static ConversationReference Of(Activity activity) => new()
    {
        ChannelId = TeamsNames.Channel,
        ServiceUrl = activity.ServiceUrl,
        Bot = new ChannelAccount { Id = activity.Recipient?.Id },
        User = TeamsNames.IsPersonal(activity) ? UserOf(activity) : null,
        Conversation = new ConversationAccount
        {
            Id = TeamsNames.ConversationOf(activity),
            ConversationType = activity.Conversation!.ConversationType,
            TenantId = TeamsNames.TenantOf(activity),
        },
    };

    /// <summary>Where somebody can be spoken to who has not spoken to the bot alone.</summary>
    public static ConversationReference Unopened(Activity activity)
    {
        var reference = Of(activity);
        reference.User = UserOf(activity);
        reference.Conversation = new ConversationAccount { TenantId = TeamsNames.TenantOf(activity) };
        return reference;
    }

    public static string Write(ConversationReference reference) => JsonSerializer.Serialize(reference, ActivityJson.Default.ConversationReference);

    /// <summary>The reference of a place, to its thread if it is one.</summary>
    public static ConversationReference Read(Place place) => place.Reference is { } json
        ? JsonSerializer.Deserialize(json, ActivityJson.Default.ConversationReference)!
        : throw new UndeliverableException("Nothing is known of the conversation");

    /// <summary>The id that Teams knows the person of a direct chat by; null if the reference does not say.</summary>
    public static string? UserOf(string reference) => JsonSerializer.Deserialize(reference, ActivityJson.Default.ConversationReference)?.User?.Id;

    private static ChannelAccount UserOf(Activity activity) => new() { Id = activity.From?.Id, AadObjectId = activity.From?.AadObjectId };
}
