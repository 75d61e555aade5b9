using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>What somebody was writing, to be kept for later or for who publishes it.</summary>
/// <param name="Base">The newest version when they looked at it; 0 if there was none.</param>
public sealed record KeepArticleDraftCommand(Guid Edit, int Base);

/// <summary>Keeps a draft as a version. An agent's waits for an editor, who is told.</summary>
public sealed class KeepArticleDraft(ArticleVersions versions, ArticleEdits edits, ArticleChecks checks, TellEditors tell)
{
    public async Task<Outcome<ArticleNow>> RunAsync(KeepArticleDraftCommand command, Actor actor, CancellationToken stop)
    {
        var found = await edits.FindAsync(command.Edit, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var edit = found.Value;
        var key = edit.Key ?? await versions.FreeKeyAsync(edit.ToArticle().Title, edit.Language, stop);
        var newest = await versions.NewestAsync(key, stop);
        if ((newest?.Number ?? 0) != command.Base)
        {
            return new Refusal("article.changed_meanwhile");
        }

        var (content, problems) = await checks.CheckAsync(key, edit.Text, edit.Files, stop);
        if (problems.Count > 0)
        {
            return new Refusal("article.wrong").With("problem", problems[0].Text);
        }

        return newest is { Kind: not VersionKind.Retired } && content.IsIn(newest)
            ? new Refusal("article.same")
            : await KeepAsync(edit, new NextVersion(key, VersionKind.Draft, content) { By = actor.Person }, newest, actor, stop);
    }

    private async Task<Outcome<ArticleNow>> KeepAsync(ArticleEditRow edit, NextVersion next, ArticleVersionRow? newest, Actor actor, CancellationToken stop)
    {
        var row = await versions.StageAsync(next, newest, stop);
        edits.Remove(edit);
        if (!KnowledgeAccess.Edits(actor))
        {
            await tell.OfDraftAsync(row, edit.Ticket!.Value, actor, stop);
        }

        return new ArticleNow(row.Key, row.Number, row.Title);
    }
}
