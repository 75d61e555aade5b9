using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain;

namespace HelpDeskBot.Turns.Actions;

/// <summary>An article as it stands and how it became so: looked at, published, gone back, retired; and decisions about drafts.</summary>
internal sealed class ArticleVersionActions(
    ReadArticleVersions read, PublishArticle publish, DiscardArticleDraft discard, RetireArticle retire, ArticleAnswers answers) : IActionGroup
{
    private const int Most = 12;

    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<ArticleOpenData>(Verbs.ArticleShowForm, async (action, data, stop) => await ShownAsync(
            await read.ShowAsync(data.Article, action.Actor, stop), state => answers.Cards(action).Show(state, answers.Now), action, stop)),
        ActionRoutes.On<ArticleOpenData>(Verbs.ArticleHistoryForm, async (action, data, stop) => await ShownAsync(
            await read.HistoryAsync(data.Article, Most, action.Actor, stop), versions => answers.VersionCards(action).History(data.Article, versions, answers.Now), action, stop)),
        ActionRoutes.On<ArticleVersionData>(Verbs.ArticleChangesForm, async (action, data, stop) => await ShownAsync(
            await read.ChangesAsync(data.Article, data.Version, action.Actor, stop), changes => answers.VersionCards(action).Changes(data.Article, data.Version, changes), action, stop)),
        ActionRoutes.On<ArticleVersionData>(Verbs.ArticleRestoreForm, async (action, data, stop) => await ShownAsync(
            await read.PublishingAsync(data.Article, data.Version, action.Actor, stop), changes => answers.VersionCards(action).Publishing(data.Article, data.Version, changes), action, stop)),
        ActionRoutes.On<ArticleVersionData>(Verbs.ArticleVersionPublish, PublishAsync),
        ActionRoutes.On<ArticleVersionData>(Verbs.ArticleDraftDiscard, async (action, data, stop) => await DoneAsync(
            await discard.RunAsync(new DiscardArticleDraftCommand(data.Article, data.Version), action.Actor, stop), "article.draft_discarded", data.InChat, action, stop)),
        ActionRoutes.On<ArticleRetireData>(Verbs.ArticleRetire, async (action, data, stop) => await DoneAsync(
            await retire.RunAsync(new RetireArticleCommand(data.Article, data.Base), action.Actor, stop), "article.retired", inChat: false, action, stop)),
    ];

    private async Task<ActionAnswer> PublishAsync(CardAction action, ArticleVersionData data, CancellationToken stop)
    {
        var published = await publish.VersionAsync(new PublishVersionCommand(data.Article, data.Version, data.Base), action.Actor, stop);
        return published.Refusal?.Code == "article.changed_meanwhile"
            ? await AgainAsync(action, data, stop)
            : await DoneAsync(published, "article.published", data.InChat, action, stop);
    }

    // Somebody else was faster; whoever still wants it sees what it would change now.
    private async Task<ActionAnswer> AgainAsync(CardAction action, ArticleVersionData data, CancellationToken stop)
    {
        var publishing = await read.PublishingAsync(data.Article, data.Version, action.Actor, stop);
        return publishing.Refusal is { } refusal
            ? await answers.RefusedAsync(refusal, action, stop)
            : answers.Put(answers.VersionCards(action).Publishing(data.Article, data.Version, publishing.Value, data.InChat, isAfterOthers: true), data.InChat, action);
    }

    private async Task<ActionAnswer> ShownAsync<T>(Outcome<T> outcome, Func<T, Desk.Outbox.DataCard> card, CardAction action, CancellationToken stop) =>
        outcome.Refusal is { } refusal ? await answers.RefusedAsync(refusal, action, stop) : answers.Shown(card(outcome.Value), action);

    private async Task<ActionAnswer> DoneAsync(Outcome<ArticleNow> now, string key, bool inChat, CardAction action, CancellationToken stop) =>
        now.Refusal is { } refusal
            ? await answers.RefusedAsync(refusal, action, stop)
            : answers.Done(now.Value.Title, key, inChat, action, ("article", now.Value.Article), ("version", now.Value.Version));
}
