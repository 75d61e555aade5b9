using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.Knowledge;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The questions that an article solved: editors look at them, and have those forgotten that should not lead to it.</summary>
internal sealed class LearnedActions(LearnQuestions learned, ArticleAnswers answers) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<ArticleOpenData>(Verbs.ArticleLearnedForm, (action, data, stop) => ShowAsync(data.Article, action, stop)),
        ActionRoutes.On<ArticleForgetData>(Verbs.ArticleForget, ForgetAsync),
    ];

    private async Task<ActionAnswer> ForgetAsync(CardAction action, ArticleForgetData data, CancellationToken stop)
    {
        var forgotten = await learned.ForgetAsync(data.Suggestion, action.Actor, stop);
        return forgotten.Refusal is { } refusal
            ? await answers.RefusedAsync(refusal, action, stop)
            : await ShowAsync(data.Article, action, stop, without: data.Suggestion);
    }

    // What is forgotten now is gone with the commit that follows.
    private async Task<ActionAnswer> ShowAsync(ArticleKey article, CardAction action, CancellationToken stop, Guid? without = null)
    {
        var lines = await learned.ReadAsync(article.Slug, action.Actor, stop);
        return lines.Refusal is { } refusal
            ? await answers.RefusedAsync(refusal, action, stop)
            : answers.Shown(answers.Cards(action).Learned(article, [.. lines.Value.Where(line => line.Suggestion != without)]), action);
    }
}
