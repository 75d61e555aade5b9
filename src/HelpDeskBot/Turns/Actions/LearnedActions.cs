using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The questions that an article solved: editors look at them, and have those forgotten that should not lead to it.</summary>
internal sealed class LearnedActions(LearnQuestions learned, ArticleAnswers answers) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<ArticleOpenData>(Verbs.ArticleLearnedForm, async (action, data, stop) =>
            await ShownAsync(await learned.ReadAsync(data.Article.Slug, action.Actor, stop), data.Article, action, stop)),
        ActionRoutes.On<ArticleForgetData>(Verbs.ArticleForget, async (action, data, stop) =>
            await ShownAsync(await learned.ForgetAsync(data.Suggestion, action.Actor, stop), data.Article, action, stop)),
    ];

    private async Task<ActionAnswer> ShownAsync(Outcome<IReadOnlyList<LearnedLine>> lines, ArticleKey article, CardAction action, CancellationToken stop) =>
        lines.Refusal is { } refusal
            ? await answers.RefusedAsync(refusal, action, stop)
            : answers.Shown(answers.Cards(action).Learned(article, lines.Value), action);
}
