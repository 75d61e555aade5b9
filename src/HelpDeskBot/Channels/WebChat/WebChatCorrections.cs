using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.WebChat;

/// <summary>Takes edits and removals of what people said before: their own messages only.</summary>
internal sealed class WebChatCorrections(ChatStore store, InboxWorker inbox, TimeProvider technical)
{
    public async Task<string> TakeAsync(DirectLineCaller caller, Activity wanted, CancellationToken stop)
    {
        var conversation = WebChatNames.Split(wanted.Conversation!.Id!).Conversation;
        var repeatable = wanted.ChannelData?["clientActivityID"]?.ToString() ?? Guid.CreateVersion7(technical.GetUtcNow()).ToString("N");
        var lane = "";
        try
        {
            await store.CorrectAsync(
                conversation,
                wanted.Id ?? "",
                $"{conversation}/{caller.UserId}/{repeatable}",
                WebChatNames.Channel,
                current =>
                {
                    var correction = Correction(caller, wanted, current);
                    lane = correction.Lane;
                    return correction;
                },
                stop);
        }
        catch (MessageGoneException)
        {
            throw new DirectLineRefusedException(404, "NotFound", "This message is not there any more");
        }

        if (lane.Length > 0)
        {
            inbox.Signal(lane); // else it was taken before
        }

        return wanted.Id!;
    }

    private ChatCorrection Correction(DirectLineCaller caller, Activity wanted, string current)
    {
        var before = Read(current);
        if (before.From?.Id != caller.UserId || before.From.Role == "bot")
        {
            throw new DirectLineRefusedException(403, "Forbidden", "Only your own messages are yours to change");
        }

        var isRemoval = wanted.Type == ActivityTypes.MessageDelete;
        if (!isRemoval && string.IsNullOrWhiteSpace(wanted.Text))
        {
            throw new DirectLineRefusedException(400, "MissingProperty", "Write something, or delete the message");
        }

        var after = isRemoval ? null : Edited(current, wanted.Text!);
        return new ChatCorrection(
            Json(Told(after ?? before, wanted.Type!, isRemoval)),
            after is null ? null : Json(after),
            Json(Delivered(before, after, wanted.Type!)),
            before.Conversation!.Id!);
    }

    private static Activity Edited(string current, string text)
    {
        var after = Read(current);
        after.Text = Characters.Storable(text);
        after.ChannelData ??= [];
        after.ChannelData["edited"] = true;
        return after;
    }

    private Activity Told(Activity message, string type, bool isRemoval)
    {
        var told = isRemoval
            ? new Activity { Id = message.Id, ChannelId = message.ChannelId, From = message.From, Conversation = message.Conversation }
            : Read(Json(message));
        (told.Type, told.Timestamp) = (type, technical.GetUtcNow());
        return told;
    }

    // Only the desk learns what the words were before.
    private static Activity Delivered(Activity before, Activity? after, string type) => new()
    {
        Type = type,
        Id = before.Id,
        From = before.From,
        Conversation = before.Conversation,
        Text = after?.Text,
        ChannelData = new JsonObject { ["before"] = before.Text ?? "" },
    };

    private static Activity Read(string json) => JsonSerializer.Deserialize(json, ActivityJson.Default.Activity)!;

    private static string Json(Activity activity) => JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);
}
