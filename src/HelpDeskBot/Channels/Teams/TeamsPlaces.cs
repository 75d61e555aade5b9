using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Who speaks or presses, where, and who reads the answer.</summary>
internal sealed record TeamsPlace(Actor Actor, TurnPlace Place, Reader Reader);

/// <summary>Tells whose a conversation of Teams is.</summary>
internal sealed class TeamsPlaces(RecognisePerson recognise, FindPlace places)
{
    /// <summary>Null for somebody unknown.</summary>
    public async Task<TeamsPlace?> OfAsync(Activity activity, CancellationToken stop)
    {
        if (TeamsNames.AccountOf(activity) is not { } account || await recognise.RunAsync(TeamsNames.Channel, account, stop) is not { } actor)
        {
            return null;
        }

        var conversation = TeamsNames.ConversationOf(activity);
        if (await places.OfConversationAsync(TeamsNames.Channel, conversation, activity.Locale, stop) is not var (queue, reader))
        {
            return null;
        }

        if (TeamsNames.IsPersonal(activity))
        {
            // In a direct chat a quoted message says what a thread says in a channel.
            return new TeamsPlace(actor, new TurnPlace(TeamsNames.Channel, conversation, Room: null, QuotedReplies.IdOf(activity)), reader);
        }

        var root = TeamsConversations.Split(activity.Conversation!.Id!).Root;
        var place = new TurnPlace(TeamsNames.Channel, conversation, queue, root == activity.Id ? null : root)
        {
            IsShared = queue is null,
            IsFlat = TeamsNames.IsGroupChat(activity),
        };
        return queue is null
            ? new TeamsPlace(actor, place, await OwnReaderAsync(actor, activity, stop) ?? reader)
            : new TeamsPlace(actor, place, reader);
    }

    /// <summary>The direct chat of whoever sent it, wherever they did.</summary>
    public async Task<TeamsPlace?> DirectOfAsync(Activity activity, CancellationToken stop)
    {
        if (TeamsNames.AccountOf(activity) is not { } account
            || await recognise.RunAsync(TeamsNames.Channel, account, stop) is not { Person: { } person } actor
            || await places.DirectOfAsync(TeamsNames.Channel, person, stop) is not { } direct
            || await places.OfConversationAsync(TeamsNames.Channel, direct, activity.Locale, stop) is not var (_, reader))
        {
            return null;
        }

        return new TeamsPlace(actor, new TurnPlace(TeamsNames.Channel, direct, Room: null, Root: null), reader);
    }

    private async Task<Reader?> OwnReaderAsync(Actor actor, Activity activity, CancellationToken stop) =>
        await places.DirectOfAsync(TeamsNames.Channel, actor.Person!.Value, stop) is { } direct
            ? (await places.OfConversationAsync(TeamsNames.Channel, direct, activity.Locale, stop))?.Reader
            : null;
}
