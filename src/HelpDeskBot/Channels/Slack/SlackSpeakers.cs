using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Who spoke or pressed, and where.</summary>
internal sealed record SlackSpeaker(Actor Actor, TurnPlace Place, Reader Reader);

/// <summary>Tells who somebody in Slack is and what the place is where they are: their own conversation, an agents' channel, or one that others read.</summary>
internal sealed class SlackSpeakers(SlackPeople people, SlackDirectory directory, FindPlace places, RecognisePerson recognise, SlackAfterwards afterwards)
{
    /// <summary>The queue whose agents' channel it is.</summary>
    public async Task<QueueId?> RoomAsync(string conversation, CancellationToken stop) =>
        SlackNames.IsDirect(conversation) ? null : (await places.OfConversationAsync(SlackNames.Channel, conversation, locale: null, stop))?.Queue;

    /// <summary>The speaker; null for programs, and with <c>IsOutside</c> for people who are none of ours.</summary>
    /// <param name="isPrivate">Wherever it was, it counts as said to the bot in person.</param>
    public async Task<(SlackSpeaker? Speaker, bool IsOutside)> FindAsync(
        string team, string user, string conversation, string? root, bool isPrivate, CancellationToken stop)
    {
        var meeting = await people.MeetAsync(team, user, isPrivate ? null : conversation, stop);
        if (meeting is not SlackMeeting.Known)
        {
            return (null, meeting is SlackMeeting.Outside);
        }

        var own = SlackNames.IsDirect(conversation) && !isPrivate ? conversation : await OwnAsync(team, user, stop);
        var actor = await recognise.RunAsync(SlackNames.Channel, SlackNames.AccountOf(team, user), stop);
        var locale = await people.LocaleOfAsync(user, stop);
        return (actor is null ? null : await SpeakerAsync(actor, own, isPrivate ? own : conversation, root, locale, stop), false);
    }

    /// <summary>A press as a card action; null if whoever pressed is none of ours.</summary>
    public async Task<CardAction?> ActionAsync(SlackOrigin from, CardPress press, CancellationToken stop)
    {
        var speaker = await RememberedAsync(from, stop) ?? (await FindAsync(from.Team, from.User, from.Channel ?? "", from.Thread, from.Channel is null, stop)).Speaker;
        return speaker is null ? null : new CardAction(speaker.Actor, speaker.Place, press.Verb, Data(press.Data))
        {
            OnMessage = from.Message,
            Reader = speaker.Reader,
        };
    }

    /// <summary>
    /// Somebody known from before the program started, whose profile Slack was not asked for since: Slack waits for a press to be acknowledged, so it
    /// is asked afterwards. Null where there is no need for that, or no way.
    /// </summary>
    private async Task<SlackSpeaker?> RememberedAsync(SlackOrigin from, CancellationToken stop)
    {
        if (directory.Has(from.User) || await recognise.RunAsync(SlackNames.Channel, SlackNames.AccountOf(from.Team, from.User), stop) is not { Person: { } person } actor)
        {
            return null;
        }

        var own = from.Channel is { } at && SlackNames.IsDirect(at) ? at : await places.DirectOfAsync(SlackNames.Channel, person, stop);
        if (own is null)
        {
            return null;
        }

        afterwards.Do(token => directory.FindAsync(from.User, token));
        return await SpeakerAsync(actor, own, from.Channel ?? own, from.Thread, locale: null, stop);
    }

    private async Task<SlackSpeaker?> SpeakerAsync(Actor actor, string own, string conversation, string? root, string? locale, CancellationToken stop)
    {
        var room = await RoomAsync(conversation, stop);
        if (await places.OfConversationAsync(SlackNames.Channel, room is null ? own : conversation, locale, stop) is not var (_, reader))
        {
            return null;
        }

        var place = new TurnPlace(SlackNames.Channel, conversation, room, root) { IsShared = room is null && own != conversation };
        return new SlackSpeaker(actor, place, reader);
    }

    private async Task<string> OwnAsync(string team, string user, CancellationToken stop)
    {
        var own = await directory.DirectOfAsync(user, stop);
        await people.MeetAsync(team, user, own, stop);
        return own;
    }

    private static JsonElement Data(JsonObject data) => JsonSerializer.SerializeToElement(data);
}
