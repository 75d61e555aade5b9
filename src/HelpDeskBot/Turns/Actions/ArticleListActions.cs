using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain;

namespace HelpDeskBot.Turns.Actions;

/// <summary>Editors look for articles, and at the drafts that wait.</summary>
internal sealed class ArticleListActions(ReadKnowledge read, OpenEdit edits, ArticleAnswers answers) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<ArticleListData>(Cards.Verbs.ArticleFindForm, async (action, _, stop) =>
        {
            var counts = await read.CountsAsync(action.Actor, stop);
            return counts.Refusal is { } refusal
                ? await answers.RefusedAsync(refusal, action, stop)
                : answers.Shown(answers.Cards(action).Find(), action);
        }),
        ActionRoutes.On<ArticleFindData>(Cards.Verbs.ArticleFind, FindAsync),
        ActionRoutes.On<ArticleListData>(Cards.Verbs.ArticleDraftsForm, async (action, _, stop) =>
        {
            var drafts = await read.DraftsAsync(action.Actor, stop);
            return drafts.Refusal is { } refusal
                ? await answers.RefusedAsync(refusal, action, stop)
                : answers.Shown(answers.Cards(action).Drafts(drafts.Value, await edits.UnfinishedAsync(action.Actor, stop)), action);
        }),
    ];

    private async Task<ActionAnswer> FindAsync(CardAction action, ArticleFindData data, CancellationToken stop)
    {
        var found = await read.FindAsync(data.Words, action.Actor, stop);
        if (found.Refusal is { } refusal)
        {
            return await answers.RefusedAsync(refusal, action, stop);
        }

        return found.Value.Count == 0 || string.IsNullOrWhiteSpace(data.Words)
            ? answers.Shown(answers.Cards(action).Find(data.Words, answers.WordsFor(action)["article.none_found"]), action)
            : answers.Shown(answers.Cards(action).Found(data.Words, found.Value), action);
    }
}

/// <summary>Editors take articles along: one, or all as the folder would have them.</summary>
internal sealed class ArticleExportActions(ExportArticles export, ReadArticleVersions versions, SentFiles files, Speaker speaker, Responses responses) : IActionGroup
{
    public IEnumerable<ActionRoute> Routes =>
    [
        ActionRoutes.On<ArticleExportData>(Cards.Verbs.ArticleExport, async (action, data, stop) =>
        {
            var kept = data.Article is { } article ? await OneAsync(article, action, stop) : await AllAsync(action, stop);
            if (kept.Refusal is { } refusal)
            {
                return await responses.RefusedAsync(refusal, action, stop);
            }

            speaker.Say(Destination.To(action.Actor.Person!.Value), new Line(data.Article is null ? "article.exported" : "article.exported_one") { Files = [kept.Value] });
            return responses.Said("article.export_sent", action);
        }),
    ];

    private async Task<Outcome<FileView>> OneAsync(Domain.Knowledge.ArticleKey article, CardAction action, CancellationToken stop)
    {
        var text = await versions.TextAsync(article, action.Actor, stop);
        return text.Refusal is { } refusal ? refusal : await files.KeepTextAsync($"{article}.md", text.Value, action.Actor, stop);
    }

    private async Task<Outcome<FileView>> AllAsync(CardAction action, CancellationToken stop)
    {
        var archive = await export.RunAsync(action.Actor, stop);
        if (archive.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var content = archive.Value;
        return await files.KeepAsync("articles.zip", content, action.Actor, stop);
    }
}
