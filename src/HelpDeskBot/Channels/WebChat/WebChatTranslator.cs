using System.Text.Json;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.WebChat;

/// <summary>Turns activities of the web chat into turns and card actions.</summary>
internal sealed class WebChatTranslator(RecognisePerson recognise, FindPlace places, SaveFile files, OpenFile attachments, ChatStore store) : ITurnTranslator
{
    public string Channel => WebChatNames.Channel;

    public async Task<Translation> TranslateAsync(Delivery delivery, CancellationToken stop) =>
        new(await TurnOfAsync(JsonSerializer.Deserialize(delivery.Body, ActivityJson.Default.Activity)!, stop));

    public async Task<Turn?> RecallAsync(CardAction action, string message, CancellationToken stop)
    {
        if (await store.FindAsync(action.Place.Conversation, message, stop) is not { } body)
        {
            return null;
        }

        var turn = await TurnOfAsync(JsonSerializer.Deserialize(body, ActivityJson.Default.Activity)!, stop);
        return turn?.Actor.Person == action.Actor.Person ? turn : null;
    }

    /// <summary>An invoke as a card action; null if it is none, or of somebody unknown.</summary>
    public async Task<CardAction?> ActionOfAsync(Activity activity, CancellationToken stop)
    {
        if (activity.Name != "adaptiveCard/action" || await PlaceOfAsync(activity, stop) is not var (actor, place, reader))
        {
            return null;
        }

        using var value = JsonDocument.Parse(activity.Value?.ToJsonString() ?? "{}");
        return value.RootElement.ValueKind is JsonValueKind.Object
            && value.RootElement.TryGetProperty("action", out var action)
            && action.ValueKind is JsonValueKind.Object
            && action.TryGetProperty("verb", out var verb)
            && verb.ValueKind is JsonValueKind.String
                ? new CardAction(actor, place, verb.GetString()!, action.TryGetProperty("data", out var data) ? data.Clone() : default)
                {
                    OnMessage = activity.ReplyToId,
                    Reader = reader,
                }
                : null;
    }

    private async Task<Turn?> TurnOfAsync(Activity activity, CancellationToken stop)
    {
        var isCorrection = activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete;
        if ((activity.Type != ActivityTypes.Message && !isCorrection) || await PlaceOfAsync(activity, stop) is not var (actor, place, reader))
        {
            return null;
        }

        var (text, overflow) = await files.KeepLongTextAsync(activity.Text ?? "", actor, stop);
        var sent = (activity.Attachments ?? []).Select(FileOf).Where(id => id is not null).Select(id => id!.Value).ToList();
        var attached = (await attachments.OwnAsync(sent, actor, stop)).ToList();
        if (overflow is not null)
        {
            attached.Add(new AttachmentId(overflow.Id));
        }

        var correction = isCorrection ? new Correction(activity.ChannelData?["before"]?.ToString() ?? "", activity.Type == ActivityTypes.MessageDelete) : null;
        return attached.Count == 0 && string.IsNullOrWhiteSpace(text) && correction is null
            ? null
            : new Turn(actor, place, activity.Id!, text) { Files = attached, IsCut = overflow is not null, Reader = reader, Correction = correction };
    }

    private async Task<(Domain.People.Actor Actor, TurnPlace Place, Reader Reader)?> PlaceOfAsync(Activity activity, CancellationToken stop)
    {
        var (conversation, root) = WebChatNames.Split(activity.Conversation!.Id!);
        var actor = await recognise.RunAsync(Channel, activity.From!.Id!, stop);
        if (actor is null || await places.OfConversationAsync(Channel, conversation, activity.Locale, stop) is not var (queue, reader))
        {
            return null;
        }

        // In a direct chat a quoted message says what a thread says in a room.
        return (actor, new TurnPlace(Channel, conversation, queue, root ?? activity.ReplyToId), reader);
    }

    private static AttachmentId? FileOf(Attachment attachment) =>
        attachment.ContentUrl?.Split('/')[^1] is { } id && Guid.TryParse(id, out var known) ? new AttachmentId(known) : null;
}
