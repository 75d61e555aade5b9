using System.Text.Json;
using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.WebChat;

/// <summary>Puts what people say into the log of the conversation and the inbox, in one commit; one delivery is taken once.</summary>
internal sealed class WebChatDeliveries(ChatStore store, WebChatCorrections corrections, InboxWorker inbox, TimeProvider technical)
{
    public async Task<string> TakeAsync(DirectLineCaller caller, Activity activity, CancellationToken stop)
    {
        if (activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete)
        {
            return await corrections.TakeAsync(caller, activity, stop);
        }

        activity.Id = Guid.CreateVersion7(technical.GetUtcNow()).ToString("N");
        if (activity.Type != ActivityTypes.Message)
        {
            return activity.Id; // that somebody types or looks is nothing to keep
        }

        activity.Timestamp = technical.GetUtcNow();
        activity.ChannelId = WebChatNames.Channel;
        activity.Text = activity.Text is { } text ? Characters.Storable(text) : null;
        var conversation = WebChatNames.Split(activity.Conversation!.Id!).Conversation;
        var lane = activity.Conversation.Id!;
        var repeatable = activity.ChannelData?["clientActivityID"]?.ToString() ?? activity.Id;
        var id = await store.ReceiveAsync(
            conversation,
            activity.Id,
            JsonSerializer.Serialize(activity, ActivityJson.Default.Activity),
            $"{conversation}/{caller.UserId}/{repeatable}",
            lane,
            WebChatNames.Channel,
            stop);
        inbox.Signal(lane);
        return id;
    }
}
