using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Surveys;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Surveys;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The survey's buttons and its comment.</summary>
internal sealed class SurveyActions(RateResolution rate, CommentOnRating comment, ListTickets tickets, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<SurveyData>(Verbs.SurveyRate, async (action, data, stop) => await ShownAsync(
            await rate.RunAsync(new RateResolutionCommand(data.Ticket, data.Cycle, data.Rating), action.Actor, stop), action, stop)),
        ActionRoutes.On<SurveyCommentData>(Verbs.SurveyComment, async (action, data, stop) => await ShownAsync(
            await comment.RunAsync(new CommentOnRatingCommand(data.Ticket, data.Cycle, data.Comment), action.Actor, stop), action, stop)),
    ];

    private async Task<ActionAnswer> ShownAsync(Outcome<Survey> outcome, CardAction action, CancellationToken stop)
    {
        if (outcome.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var shown = await tickets.ShowAsync(outcome.Value.Ticket, action.Actor, room: null, stop);
        return shown.Refusal is { } unreadable
            ? await responses.RefusedAsync(unreadable, action, stop)
            : responses.Survey(shown.Value, outcome.Value, action);
    }
}

/// <summary>The whole of a text that a card cut.</summary>
internal sealed class TextActions(ReadEntry read, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<TicketEntryData>(Verbs.TicketTextForm, async (action, data, stop) =>
        {
            var outcome = await read.RunAsync(data.Ticket, data.Entry, action.Actor, stop);
            return outcome.Refusal is { } refusal
                ? await responses.RefusedAsync(refusal, action, stop)
                : responses.Form(
                    FormCards.WholeText(outcome.Value.Ticket, data.Entry, outcome.Value.Text, data.Part, speaker.WordsFor(action.Reader.Language)), action);
        }),
    ];
}

/// <summary>Which ticket a message was about.</summary>
internal sealed class MessageActions(CommentTurns comments, Recall recall, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes => [ActionRoutes.On<MessageData>(Verbs.MessageTicket, AddAsync)];

    private async Task<ActionAnswer> AddAsync(CardAction action, MessageData data, CancellationToken stop)
    {
        if (data.Ticket is not { } ticket || await recall.RunAsync(action, data.Message, stop) is not { } turn)
        {
            return await responses.RefusedAsync(new Refusal("message.not_found"), action, stop);
        }

        var added = await comments.AddAsync(turn, ticket, isCertain: true, stop);
        return added.Refusal is { } refusal
            ? await responses.RefusedAsync(refusal, action, stop)
            : responses.Answered(
                AnsweredCard.Of(speaker.WordsFor(action.Reader.Language)["which.question"], $"{added.Value.Id} {added.Value.Subject}"), action);
    }
}

/// <summary>A message was about something new: it leaves the ticket to which it was added, if it was, and is asked about.</summary>
internal sealed class NewQuestionActions(QuestionTurns questions, DetachMessage detach, Recall recall, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes => [ActionRoutes.On<MessageData>(Verbs.MessageNew, AskAsync)];

    private async Task<ActionAnswer> AskAsync(CardAction action, MessageData data, CancellationToken stop)
    {
        if (await recall.RunAsync(action, data.Message, stop) is not { } turn)
        {
            return await responses.RefusedAsync(new Refusal("message.not_found"), action, stop);
        }

        var files = await detach.RunAsync(new DetachMessageCommand(turn.Place.Conversation, turn.Message), action.Actor, stop);
        await questions.AskAsync(files.Count == 0 ? turn : turn with { Files = files }, stop);
        var words = speaker.WordsFor(action.Reader.Language);
        return responses.Answered(AnsweredCard.Of(words["which.question"], words["which.new"]), action);
    }
}

/// <summary>Buttons that stand for typed commands, and a ticket opened from a list.</summary>
internal sealed class CommandActions(CommandTurns commands, Drafts drafts) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<CommandData>(Verbs.CommandRun, RunAsync),
        ActionRoutes.On<TicketData>(Verbs.TicketShow, async (action, data, stop) =>
        {
            await commands.ShowAsync(data.Ticket, action.AsTurn(), stop);
            return new ActionAnswer.Say("");
        }),
    ];

    private async Task<ActionAnswer> RunAsync(CardAction action, CommandData data, CancellationToken stop)
    {
        if (Enum.TryParse<CommandKind>(data.Command, out var kind) && kind != CommandKind.Status)
        {
            await commands.RunAsync(new Command(kind), action.AsTurn(), await drafts.FindAsync(action.Actor, stop), stop);
        }

        return new ActionAnswer.Say("");
    }
}

/// <summary>Reads an earlier message of the person again.</summary>
internal sealed class Recall(IEnumerable<ITurnTranslator> translators)
{
    public Task<Turn?> RunAsync(CardAction action, string message, CancellationToken stop) =>
        translators.Single(translator => translator.Channel == action.Place.Channel).RecallAsync(action, message, stop);
}
