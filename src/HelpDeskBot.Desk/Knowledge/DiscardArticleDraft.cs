using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>A draft that is not to be published.</summary>
public sealed record DiscardArticleDraftCommand(ArticleKey Article, int Version);

/// <summary>Decides against a draft: what stood before it stands again, as a new version. The draft stays in the history.</summary>
public sealed class DiscardArticleDraft(ArticleVersions versions)
{
    public async Task<Outcome<ArticleNow>> RunAsync(DiscardArticleDraftCommand command, Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        var newest = await versions.NewestAsync(command.Article, stop);
        if (newest is not { Kind: VersionKind.Draft } || newest.Number != command.Version)
        {
            return new Refusal(newest is null ? "article.not_found" : "article.decided_already");
        }

        var before = await versions.BehindAsync(newest, stop);
        var row = await versions.StageAsync(
            new NextVersion(newest.Key, before?.Kind ?? VersionKind.Retired, ArticleContent.Of(before ?? newest))
            {
                By = actor.Person,
                Restored = before?.Number,
            },
            newest,
            stop);
        return new ArticleNow(row.Key, row.Number, row.Title);
    }
}
