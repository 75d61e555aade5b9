using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>What people are writing: kept from one step to the next and over restarts, each for its writer alone.</summary>
public sealed class ArticleEdits(HelpDeskDb db, TicketGate gate, BusinessClock clock)
{
    /// <summary>Why somebody may not write; null if they may. Editors write what they want, agents new articles that a ticket of theirs taught.</summary>
    internal async Task<Refusal?> RefusalAsync(TicketId? ticket, ArticleKey? article, Actor actor, CancellationToken stop)
    {
        if ((ticket is null || article is not null) && !KnowledgeAccess.Edits(actor))
        {
            return new Refusal("article.not_editor");
        }

        if (ticket is null)
        {
            return null;
        }

        var found = await gate.FindAsync(ticket.Value, actor, stop);
        return found.Refusal ?? (KnowledgeAccess.MayDraftFrom(found.Value, actor) ? null : new Refusal("act.agents_only"));
    }

    /// <summary>Something that this person is writing and may write; null if it is not theirs, or no longer there.</summary>
    internal async Task<Outcome<ArticleEditRow>> FindAsync(Guid id, Actor actor, CancellationToken stop)
    {
        if (await RowAsync(id, actor, stop) is not { } row)
        {
            return new Refusal("article.no_edit");
        }

        return await RefusalAsync(row.Ticket, row.Key, actor, stop) is { } refusal ? refusal : row;
    }

    /// <summary>What this person left unfinished, the newest first.</summary>
    internal Task<List<ArticleEditRow>> UnfinishedAsync(Actor actor, CancellationToken stop) =>
        db.ArticleEdits.AsNoTracking().Where(row => row.Person == actor.Person).OrderByDescending(row => row.ChangedAt).ToListAsync(stop);

    /// <summary>Stages what was written, in the place of what the same edit had.</summary>
    internal async Task PutAsync(ArticleEditRow written, Actor actor, CancellationToken stop)
    {
        if (await RowAsync(written.Id, actor, stop) is not { } row)
        {
            written.ChangedAt = clock.Now;
            db.ArticleEdits.Add(written);
            return;
        }

        (row.Article, row.Language, row.Base) = (written.Article, written.Language, written.Base);
        (row.Text, row.Files, row.ChangedAt) = (written.Text, written.Files, clock.Now);
        row.Version++;
    }

    internal void Remove(ArticleEditRow row) => db.ArticleEdits.Remove(row);

    private Task<ArticleEditRow?> RowAsync(Guid id, Actor actor, CancellationToken stop) =>
        db.ArticleEdits.AsTracking().SingleOrDefaultAsync(row => row.Id == id && row.Person == actor.Person, stop);
}
