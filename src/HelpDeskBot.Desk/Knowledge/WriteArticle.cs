using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>An article as somebody wrote it: as a file, or in a form.</summary>
/// <param name="Edit">The same from one step to the next.</param>
/// <param name="Article">The article that it is about; null for one that is not there yet.</param>
public sealed record WriteArticleCommand(Guid Edit, ArticleKey? Article, string Language)
{
    /// <summary>The newest version when they began; without it, the one of now.</summary>
    public int? Base { get; init; }

    /// <summary>The ticket that it is drafted from.</summary>
    public TicketId? Ticket { get; init; }

    /// <summary>The whole file, where a file was sent.</summary>
    public string? Text { get; init; }

    /// <summary>What the fields of the form say, where one was filled in.</summary>
    public Article? Form { get; init; }

    /// <summary>Files that were sent together with it.</summary>
    public IReadOnlyList<AttachmentId> Sent { get; init; } = [];
}

/// <summary>What was written, and what would become of it.</summary>
/// <param name="Base">The version that it would follow.</param>
/// <param name="Problems">Why it cannot be published; empty if it can.</param>
/// <param name="Lines">The lines that would change; none if only a picture would.</param>
public sealed record WrittenArticle(Guid Edit, int Base, Article Article, IReadOnlyList<FileProblem> Problems, IReadOnlyList<ChangedLine> Lines)
{
    /// <summary>This is what is published already.</summary>
    public bool IsSame { get; init; }
}

/// <summary>Keeps what somebody is writing, and tells what would become of it. Publishes nothing.</summary>
public sealed class WriteArticle(ArticleVersions versions, ArticleEdits edits, ArticleChecks checks, ArticleFiles files)
{
    public async Task<Outcome<WrittenArticle>> RunAsync(WriteArticleCommand command, Actor actor, CancellationToken stop)
    {
        if (await edits.RefusalAsync(command.Ticket, command.Article, actor, stop) is { } refusal)
        {
            return refusal;
        }

        var newest = command.Article is { } known ? await versions.NewestAsync(known, stop) : null;
        var edit = new ArticleEditRow
        {
            Id = command.Edit,
            Person = actor.Person!.Value,
            Article = command.Article?.ToString() ?? "",
            Language = command.Language,
            Base = command.Base ?? newest?.Number ?? 0,
            Ticket = command.Ticket,
            Text = command.Text ?? ArticleFile.Write(command.Form! with { Ticket = command.Ticket ?? newest?.ToArticle().Ticket }),
            Files = await BesideAsync(command, newest, actor, stop),
            ChangedAt = default,
        };
        var written = await CheckAsync(edit, newest, stop);
        if (!written.IsSame && (command.Form is not null || written.Problems.Count == 0)) // whoever sent a wrong file has it
        {
            await edits.PutAsync(edit, actor, stop);
        }

        return written;
    }

    /// <summary>The same text again, compared with what somebody else published or kept meanwhile.</summary>
    public async Task<Outcome<WrittenArticle>> AgainAsync(Guid id, Actor actor, CancellationToken stop)
    {
        var found = await edits.FindAsync(id, actor, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var newest = found.Value.Key is { } key ? await versions.NewestAsync(key, stop) : null;
        found.Value.Base = newest?.Number ?? 0;
        return await CheckAsync(found.Value, newest, stop);
    }

    // What was sent now counts more than what lay beside the last version, and that more than what lies beside other languages.
    private async Task<IReadOnlyList<ArticleAttachment>> BesideAsync(
        WriteArticleCommand command, ArticleVersionRow? newest, Actor actor, CancellationToken stop)
    {
        var sent = await files.OfSentAsync(command.Sent, actor, stop);
        var kept = await edits.FindAsync(command.Edit, actor, stop) is { Succeeded: true } before ? before.Value.Files : [];
        var others = command.Article is { } article ? await versions.FilesAsync(article.Slug, stop) : [];
        return [.. sent.Concat(kept).Concat(newest?.Files ?? []).Concat(others).DistinctBy(file => file.Name, StringComparer.Ordinal)];
    }

    private async Task<WrittenArticle> CheckAsync(ArticleEditRow edit, ArticleVersionRow? newest, CancellationToken stop)
    {
        var key = edit.Key ?? new ArticleKey("", edit.Language);
        var (content, problems) = await checks.CheckAsync(key, edit.Text, edit.Files, stop);
        (edit.Text, edit.Files) = (content.Text, content.Files);
        return new WrittenArticle(edit.Id, edit.Base, content.Article, problems, TextDiff.Between(newest?.Text ?? "", content.Text))
        {
            IsSame = newest is { Kind: VersionKind.Published } && content.IsIn(newest),
        };
    }
}
