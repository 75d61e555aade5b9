using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>What somebody was writing, to be published.</summary>
/// <param name="Base">The newest version when they looked at it; 0 if there was none.</param>
public sealed record PublishEditCommand(Guid Edit, int Base);

/// <summary>A version to be published: a draft, or an earlier one to go back to.</summary>
/// <param name="Base">The newest version when they looked at it.</param>
public sealed record PublishVersionCommand(ArticleKey Article, int Version, int Base);

/// <summary>A version that now is.</summary>
public sealed record ArticleNow(ArticleKey Article, int Version, string Title);

/// <summary>Publishes articles: everybody they are for finds them from the next question on.</summary>
public sealed class PublishArticle(ArticleVersions versions, ArticleEdits edits, ArticleChecks checks)
{
    /// <summary>Publishes what this editor was writing.</summary>
    public async Task<Outcome<ArticleNow>> RunAsync(PublishEditCommand command, Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        var found = await edits.FindAsync(command.Edit, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var edit = found.Value;
        var key = edit.Key ?? await versions.FreeKeyAsync(edit.ToArticle().Title, edit.Language, stop);
        var next = new NextVersion(key, VersionKind.Published, ArticleContent.Of(edit)) { By = actor.Person };
        var published = await PublishAsync(next, command.Base, stop);
        if (published.Succeeded)
        {
            edits.Remove(edit);
        }

        return published;
    }

    /// <summary>Publishes a version as a new one: a draft as it is, an earlier version to go back to it.</summary>
    public async Task<Outcome<ArticleNow>> VersionAsync(PublishVersionCommand command, Actor actor, CancellationToken stop)
    {
        if (!KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        if (await versions.FindAsync(command.Article, command.Version, stop) is not { } row)
        {
            return new Refusal("article.no_version");
        }

        var next = new NextVersion(row.Key, VersionKind.Published, ArticleContent.Of(row))
        {
            By = actor.Person,
            Restored = row.Kind is VersionKind.Draft ? null : row.Number,
        };
        return await PublishAsync(next, command.Base, stop);
    }

    private async Task<Outcome<ArticleNow>> PublishAsync(NextVersion next, int basis, CancellationToken stop)
    {
        var newest = await versions.NewestAsync(next.Key, stop);
        if ((newest?.Number ?? 0) != basis)
        {
            return new Refusal("article.changed_meanwhile");
        }

        var (content, problems) = await checks.CheckAsync(next.Key, next.Content.Text, next.Content.Files, stop);
        if (problems.Count > 0)
        {
            return new Refusal("article.wrong").With("problem", problems[0].Text);
        }

        if (newest is { Kind: VersionKind.Published } && content.IsIn(newest))
        {
            return new Refusal("article.same");
        }

        var row = await versions.StageAsync(next with { Content = content }, newest, stop);
        return new ArticleNow(row.Key, row.Number, row.Title);
    }
}
