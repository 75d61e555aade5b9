using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>An article that nobody should find any more.</summary>
/// <param name="Base">The newest version when they looked at it.</param>
public sealed record RetireArticleCommand(ArticleKey Article, int Base);

/// <summary>Takes an article out of the knowledge base. Its versions stay, and it can come back.</summary>
public sealed class RetireArticle(ArticleVersions versions)
{
    public async Task<Outcome<ArticleNow>> RunAsync(RetireArticleCommand command, Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        if (await versions.NewestAsync(command.Article, stop) is not { } newest)
        {
            return new Refusal("article.not_found");
        }

        if (newest.Number != command.Base)
        {
            return new Refusal("article.changed_meanwhile");
        }

        if (newest.Kind is VersionKind.Retired)
        {
            return new Refusal("article.decided_already");
        }

        var shown = newest.Kind is VersionKind.Draft ? await versions.PublishedBeforeAsync(newest.Key, newest.Number, stop) ?? newest : newest;
        var row = await versions.StageAsync(
            new NextVersion(newest.Key, VersionKind.Retired, ArticleContent.Of(shown)) { By = actor.Person }, newest, stop);
        return new ArticleNow(row.Key, row.Number, row.Title);
    }
}
