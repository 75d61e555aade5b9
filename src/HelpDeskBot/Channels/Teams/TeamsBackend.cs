using System.Text.Json;
using HelpDeskBot.BotFramework;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Inbox;

namespace HelpDeskBot.Channels.Teams;

/// <summary>What stands behind the messaging endpoint: what people say goes through the inbox, what they press is answered at once.</summary>
internal sealed class TeamsBackend(TakeDelivery take, TeamsInvokeTurns invokes) : IBotFrameworkBackend
{
    private static readonly string[] Kept =
    [
        ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete, ActivityTypes.InstallationUpdate, ActivityTypes.ConversationUpdate,
    ];

    public async Task ReceiveAsync(BotFrameworkCaller caller, Activity activity, CancellationToken stop)
    {
        if (Kept.Contains(activity.Type))
        {
            var body = JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);
            await take.RunAsync(new TakeDeliveryCommand(TeamsNames.Channel, TeamsDeliveries.KeyOf(activity), activity.Conversation!.Id!, body), stop);
        }
    }

    public Task<InvokeResponse?> InvokeAsync(BotFrameworkCaller caller, Activity activity, CancellationToken stop) => invokes.RunAsync(activity, stop);
}

/// <summary>What deliveries of Teams are called, so that a repeated one is known.</summary>
internal static class TeamsDeliveries
{
    /// <summary>An edit has the id of its message and another time.</summary>
    public static string KeyOf(Activity activity) => activity.Type == ActivityTypes.Message
        ? KeyOf(TeamsNames.ConversationOf(activity), activity.Id)
        : $"{KeyOf(TeamsNames.ConversationOf(activity), activity.Id)}/{activity.Type}/{activity.Timestamp?.UtcTicks}";

    /// <summary>The key of a message, and the beginning of those of its edits.</summary>
    public static string KeyOf(string conversation, string? message) => $"{conversation}/{message}";
}
