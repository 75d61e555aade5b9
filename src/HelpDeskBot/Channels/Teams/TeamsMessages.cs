using System.Text.Json;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Makes turns of messages, their edits and removals.</summary>
internal sealed class TeamsMessages(TakeDelivery deliveries, TeamsAttachments attachments, SaveFile files)
{
    /// <summary>A message as it was delivered last; null if it is not known.</summary>
    public async Task<Activity?> FindAsync(string conversation, string message, CancellationToken stop) =>
        await deliveries.FindLastAsync(TeamsNames.Channel, TeamsDeliveries.KeyOf(conversation, message), stop) is { } body
            ? JsonSerializer.Deserialize(body, ActivityJson.Default.Activity)
            : null;

    /// <summary>Null for what says nothing.</summary>
    public async Task<Turn?> TurnOfAsync(Activity activity, TeamsPlace place, CancellationToken stop)
    {
        var correction = await CorrectionOfAsync(activity, stop);
        if (correction is null && activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete && activity.Type != ActivityTypes.Message)
        {
            return null; // of what the bot was never told
        }

        var (text, overflow) = await files.KeepLongTextAsync(Characters.Storable(TeamsWords.Of(activity)), place.Actor, stop);
        var sent = correction is null ? await attachments.SaveAsync(activity, place, stop) : [];
        var attached = overflow is null ? sent : [.. sent, new AttachmentId(overflow.Id)];
        return attached.Count == 0 && string.IsNullOrWhiteSpace(text) && correction is null
            ? null
            : new Turn(place.Actor, place.Place, activity.Id!, text) { Files = attached, Reader = place.Reader, Correction = correction };
    }

    private async Task<Correction?> CorrectionOfAsync(Activity activity, CancellationToken stop)
    {
        if (activity.Type is not (ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete))
        {
            return null;
        }

        return await FindAsync(TeamsNames.ConversationOf(activity), activity.Id!, stop) is { } before
            ? new Correction(before.Type == ActivityTypes.MessageDelete ? "" : TeamsWords.Of(before), activity.Type == ActivityTypes.MessageDelete)
            : null;
    }
}
