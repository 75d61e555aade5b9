using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Work;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The buttons of offered articles.</summary>
internal sealed class SuggestionActions(AnswerSuggestion suggestions, IntakeTurns intake, Drafts drafts, Speaker speaker, Responses responses)
    : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<SuggestionData>(Verbs.SuggestionSolved, SolvedAsync),
        ActionRoutes.On<SuggestionData>(Verbs.SuggestionMore, MoreAsync),
        ActionRoutes.On<SuggestionData>(Verbs.SuggestionTicket, TicketAsync),
    ];

    private async Task<ActionAnswer> SolvedAsync(CardAction action, SuggestionData data, CancellationToken stop)
    {
        var solved = await suggestions.SolvedAsync(data.Suggestion, data.Article ?? "", action.Actor, action.Reader.Language, stop);
        if (solved.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var words = speaker.WordsFor(action.Reader.Language);
        speaker.Say(action.AsTurn().Here, "suggestions.glad");
        return responses.Answered(AnsweredCard.Of(words["suggestions.solved_by"], solved.Value), action);
    }

    private async Task<ActionAnswer> MoreAsync(CardAction action, SuggestionData data, CancellationToken stop)
    {
        var article = await suggestions.OpenAsync(data.Suggestion, data.Article ?? "", action.Actor, action.Reader.Language, stop);
        if (article.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var words = speaker.WordsFor(action.Reader.Language);
        speaker.Say(action.AsTurn().Here, SuggestionCards.Article(data.Suggestion, article.Value, words));
        return new ActionAnswer.Say("");
    }

    private async Task<ActionAnswer> TicketAsync(CardAction action, SuggestionData data, CancellationToken stop)
    {
        var turn = action.AsTurn();
        if (await drafts.FindAsync(action.Actor, stop) is { } running && await intake.AskAgainAsync(turn, running, stop))
        {
            return new ActionAnswer.Say("");
        }

        var rejected = await suggestions.RejectAsync(data.Suggestion, action.Actor, stop);
        if (rejected.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        await intake.StartAsync(turn, rejected.Value.Question, rejected.Value.Files, (data.Suggestion, rejected.Value), stop);
        var words = speaker.WordsFor(action.Reader.Language);
        return responses.Answered(AnsweredCard.Of(words["suggestions.none_helped"], words["suggestions.open_ticket"]), action);
    }
}
