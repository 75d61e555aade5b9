using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain;

namespace HelpDeskBot.Turns.Actions;

/// <summary>What becomes of an article that somebody wrote: published, kept as a draft, or thrown away.</summary>
internal sealed class ArticlePublishing(PublishArticle publish, KeepArticleDraft keep, WriteArticle write, OpenEdit edits, ArticleAnswers answers) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<ArticleWrittenData>(Verbs.ArticlePublish, async (action, data, stop) => await AnsweredAsync(
            await publish.RunAsync(new PublishEditCommand(data.Edit, data.Base), action.Actor, stop), "article.published", action, data, stop)),
        ActionRoutes.On<ArticleWrittenData>(Verbs.ArticleKeep, async (action, data, stop) => await AnsweredAsync(
            await keep.RunAsync(new KeepArticleDraftCommand(data.Edit, data.Base), action.Actor, stop), KeptKey(action), action, data, stop)),
        ActionRoutes.On<ArticleWrittenData>(Verbs.ArticleDiscard, async (action, data, stop) =>
        {
            var discarded = await edits.DiscardAsync(data.Edit, action.Actor, stop);
            return discarded.Refusal is { } refusal
                ? await answers.RefusedAsync(refusal, action, stop)
                : answers.Done(discarded.Value, "article.discarded", data.InChat, action);
        }),
    ];

    private static string KeptKey(CardAction action) =>
        Domain.Knowledge.KnowledgeAccess.Edits(action.Actor) ? "article.kept" : "article.handed_in";

    private async Task<ActionAnswer> AnsweredAsync(Outcome<ArticleNow> now, string key, CardAction action, ArticleWrittenData data, CancellationToken stop) => now.Refusal switch
    {
        null => answers.Done(now.Value.Title, key, data.InChat, action, ("article", now.Value.Article), ("version", now.Value.Version)),
        { Code: "article.changed_meanwhile" } => await AgainAsync(action, data, stop),
        var refusal => await answers.RefusedAsync(refusal, action, stop),
    };

    private async Task<ActionAnswer> AgainAsync(CardAction action, ArticleWrittenData data, CancellationToken stop)
    {
        var written = await write.AgainAsync(data.Edit, action.Actor, stop);
        return written.Refusal is { } refusal ? await answers.RefusedAsync(refusal, action, stop) : answers.Again(written.Value, data.InChat, action);
    }
}
