using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain;

namespace HelpDeskBot.Turns.Actions;

/// <summary>What an admin decides about messages that could not be delivered.</summary>
internal sealed class UndeliveredActions(Undelivered undelivered, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<UndeliveredData>(Verbs.UndeliveredRetry, async (action, _, stop) =>
            await AnsweredAsync("undelivered.retried", await undelivered.RetryAsync(action.Actor, stop), action, stop)),
        ActionRoutes.On<UndeliveredData>(Verbs.UndeliveredDiscard, async (action, _, stop) =>
            await AnsweredAsync("undelivered.discarded", await undelivered.DiscardAsync(action.Actor, stop), action, stop)),
    ];

    private async Task<ActionAnswer> AnsweredAsync(string key, Outcome<int> ended, CardAction action, CancellationToken stop)
    {
        if (ended.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var words = speaker.WordsFor(action.Reader.Language);
        return responses.Answered(AnsweredCard.Of(words["undelivered.ended"], words.Format(key, ("count", ended.Value))), action);
    }
}
