using System.Text.Json;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Makes turns of messages, their edits and removals, in whatever order they come.</summary>
internal sealed class TeamsMessages(TakeDelivery deliveries, TeamsAttachments attachments, SaveFile files)
{
    /// <summary>A message as it was delivered last; null if it is not known.</summary>
    public async Task<Activity?> FindAsync(string conversation, string message, CancellationToken stop) =>
        await deliveries.FindLastAsync(TeamsNames.Channel, TeamsDeliveries.KeyOf(conversation, message), stop) is { } body
            ? JsonSerializer.Deserialize(body, ActivityJson.Default.Activity)
            : null;

    /// <summary>Null for what says nothing.</summary>
    public Task<Turn?> TurnOfAsync(Activity activity, TeamsPlace place, CancellationToken stop) =>
        activity.Type == ActivityTypes.Message ? SaidAsync(activity, place, stop) : ChangedAsync(activity, place, stop);

    /// <summary>What a message says, however it came to say that; null if it says nothing.</summary>
    public async Task<Turn?> SaidAsync(Activity activity, TeamsPlace place, CancellationToken stop)
    {
        var turn = await TurnAsync(activity, place, await attachments.SaveAsync(activity, place, stop), stop);
        return turn.Files.Count == 0 && string.IsNullOrWhiteSpace(turn.Text) ? null : turn;
    }

    private async Task<Turn?> ChangedAsync(Activity activity, TeamsPlace place, CancellationToken stop)
    {
        var isRemoval = activity.Type == ActivityTypes.MessageDelete;
        if (await FindAsync(TeamsNames.ConversationOf(activity), activity.Id!, stop) is not { } before)
        {
            return await OvertakeAsync(activity, isRemoval, place, stop);
        }

        if (before.Timestamp > activity.Timestamp)
        {
            return null; // a newer edit was faster
        }

        var said = before.Type == ActivityTypes.MessageDelete ? "" : TeamsWords.Of(before);
        return await TurnAsync(activity, place, sent: [], stop) with { Correction = new Correction(said, isRemoval) };
    }

    // It was faster than the message itself, or the message was not for the bot before: what it says now is what is said.
    private async Task<Turn?> OvertakeAsync(Activity activity, bool isRemoval, TeamsPlace place, CancellationToken stop)
    {
        var conversation = TeamsNames.ConversationOf(activity);
        var body = JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);
        await deliveries.OvertakeAsync(
            new TakeDeliveryCommand(TeamsNames.Channel, TeamsDeliveries.KeyOf(conversation, activity.Id), activity.Conversation!.Id!, body), stop);
        return isRemoval ? null : await SaidAsync(activity, place, stop);
    }

    private async Task<Turn> TurnAsync(Activity activity, TeamsPlace place, IReadOnlyList<AttachmentId> sent, CancellationToken stop)
    {
        var (text, overflow) = await files.KeepLongTextAsync(Characters.Storable(TeamsWords.Of(activity)), place.Actor, stop);
        return new Turn(place.Actor, place.Place, activity.Id!, text)
        {
            Files = overflow is null ? sent : [.. sent, new AttachmentId(overflow.Id)],
            IsCut = overflow is not null,
            Reader = place.Reader,
        };
    }
}
