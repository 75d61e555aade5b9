using HelpDeskBot.Cards;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Turns.Actions;

/// <summary>A channel becomes the agent channel of a queue.</summary>
internal sealed class RoomActions(BindRoom bind, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes => [ActionRoutes.On<RoomData>(Verbs.RoomBind, BindAsync)];

    private async Task<ActionAnswer> BindAsync(CardAction action, RoomData data, CancellationToken stop)
    {
        var place = action.Place;
        var bound = await bind.RunAsync(new BindRoomCommand(place.Channel, place.Conversation, new QueueId(data.Queue)), action.Actor, stop);
        if (bound.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var words = speaker.WordsFor(bound.Value.Language);
        return responses.Answered(AnsweredCard.Of(words["room.title"], words.Format("room.bound", ("queue", bound.Value.Name))), action);
    }
}
