using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;

namespace HelpDeskBot.Turns.Actions;

/// <summary>"Yes, the same problem again": what was said becomes a ticket that follows up the ended one.</summary>
internal sealed class FollowUpActions(OpenFollowUp open, Recall recall, FindConversationTickets find, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes => [ActionRoutes.On<MessageData>(Verbs.MessageFollowUp, OpenAsync)];

    private async Task<ActionAnswer> OpenAsync(CardAction action, MessageData data, CancellationToken stop)
    {
        if (data.Ticket is not { } ticket || await recall.RunAsync(action, data.Message, stop) is not { } turn)
        {
            return await responses.RefusedAsync(new Refusal("message.not_found"), action, stop);
        }

        var opened = await open.RunAsync(new OpenFollowUpCommand(ticket, turn.Text) { Files = turn.Files }, action.Actor, stop);
        if (opened.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        await find.KeepAsync(turn.Place.Conversation, turn.Message, opened.Value, stop);
        var words = speaker.WordsFor(action.Reader.Language);
        return responses.Answered(
            AnsweredCard.Of(words.Format("which.back", ("ticket", ticket)), words.Format("intake.filed", ("ticket", opened.Value.Id))), action);
    }
}
