using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Channels.WebChat;

/// <summary>Carries what the bot says into the web chat's log, from which every open page reads.</summary>
internal sealed class WebChatChannel(ChatStore store, DirectLineStreams streams, BusinessClock clock) : IChannel
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private static readonly ChannelAccount Bot = new() { Id = "helpdeskbot", Name = "HelpDeskBot", Role = "bot" };

    public string Name => WebChatNames.Channel;

    public string IdOf(string key) => key;

    public async Task<string> CreateAsync(Place place, Content content, string key, CancellationToken stop)
    {
        if (!await store.CreateAsync(place.Conversation, key, Json(Activity(place, key, "message", content)), stop))
        {
            // It was shown before a crash; what it says may have changed since.
            await UpdateAsync(place, key, content, stop);
        }

        streams.Signal(place.Conversation);
        return key;
    }

    public async Task UpdateAsync(Place place, string activity, Content content, CancellationToken stop)
    {
        // The message may stand in a thread; its edit keeps that place.
        var known = await store.FindAsync(place.Conversation, activity, stop);
        if (known is null)
        {
            throw new UndeliverableException("The message is no longer there");
        }

        var root = WebChatNames.Split(JsonNode.Parse(known)!["conversation"]!["id"]!.GetValue<string>()).Root;
        var there = place with { ThreadRoot = root };
        await store.UpdateAsync(
            place.Conversation,
            activity,
            Json(Activity(there, activity, "messageUpdate", content)),
            Json(Activity(there, activity, "message", content)),
            stop);
        streams.Signal(place.Conversation);
    }

    public async Task DeleteAsync(Place place, string activity, CancellationToken stop)
    {
        try
        {
            await store.DeleteAsync(place.Conversation, activity, Json(Activity(place, activity, "messageDelete", content: null)), stop);
        }
        catch (MessageGoneException)
        {
            // A crash came between taking it away and noting that.
        }

        streams.Signal(place.Conversation);
    }

    private Activity Activity(Place place, string id, string type, Content? content) => new()
    {
        Type = type,
        Id = id,
        Timestamp = clock.Now.ToDateTimeOffset(),
        ChannelId = WebChatNames.Channel,
        From = Bot,
        Conversation = new ConversationAccount { Id = WebChatNames.ThreadOf(place.Conversation, place.ThreadRoot) },
        Text = content?.Card is null ? content?.Text : null,
        TextFormat = content is { Card: null } ? "plain" : null,
        Summary = content?.Card is null ? null : content.Text,
        Attachments = content is null ? null : Attachments(content),
    };

    private static List<Attachment>? Attachments(Content content)
    {
        var attachments = content.Files.Select(file => new Attachment
        {
            ContentType = file.ContentType,
            ContentUrl = $"/files/{file.Id:N}",
            Name = file.Name,
        }).ToList();
        if (content.Card is { } card)
        {
            attachments.Insert(0, new Attachment { ContentType = CardType, Content = card.DeepClone() });
        }

        return attachments.Count == 0 ? null : attachments;
    }

    private static string Json(Activity activity) => JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);
}
